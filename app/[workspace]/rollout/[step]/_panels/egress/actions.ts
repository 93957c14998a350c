'use server';

import { recordPublication } from '#lib/commands/egress/record-publication';
import { requestEgressRead } from '#lib/commands/egress/request-egress-read';
import { setAllowList } from '#lib/commands/egress/set-allow-list';
import { setEgressFetch } from '#lib/commands/egress/set-egress-fetch';
import { formInteger, toAction, withFileText } from '#lib/shell/server-action';

export const setAllowListAction = toAction(setAllowList, async (form) => {
  const sent = await withFileText(form, 'file', 'cidrs');
  return { cidrs: sent.get('cidrs'), version: formInteger(sent.get('version')) };
});

export const recordPublicationAction = toAction(recordPublication, async (form) => ({
  text: (await withFileText(form, 'file', 'text')).get('text'),
}));

export const setEgressFetchAction = toAction(setEgressFetch, (form) => ({
  isOn: form.get('isOn') === 'on',
  url: form.get('url'),
  version: formInteger(form.get('version')),
}));

export const requestEgressReadAction = toAction(requestEgressRead);
