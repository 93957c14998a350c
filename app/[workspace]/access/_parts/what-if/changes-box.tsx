import type { ComponentProps } from 'react';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { List, ListRow } from '#components/ui/list';
import { plainSentence, type ChangeSentence } from '#lib/domain/drafts/change-sentence';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { takeFromDraftAction } from './actions';
import { PressForm } from './press-form';
import { draftHref, type DraftAddress } from './draft-address';

type Props = { screen: DraftScreen; address: DraftAddress; editable: boolean };

const tones: Readonly<Record<ChangeSentence['sign'], Tone>> = {
  plus: 'done',
  minus: 'blocked',
  equal: 'quiet',
};
const names: Readonly<Record<ChangeSentence['sign'], string>> = {
  plus: 'Gives',
  minus: 'Takes',
  equal: 'Sets',
};

const shown = 100;

/** What the draft says, change by change, in the order it is done, a page at a time. */
export function ChangesBox({ screen: { draft, changes }, address, editable }: Props) {
  const remove = takeFromDraftAction.bind(null, address.slug);
  const values = { id: draft.id, version: String(draft.version) };
  const add = editable ? (
    <LinkButton variant="quiet" small icon="plus" scroll={false} href={draftHref(address, { add: 'choose' })}>
      Add a change
    </LinkButton>
  ) : undefined;
  const from = address.from < changes.length ? address.from : 0;
  const foot = (
    <>
      {add}
      {changes.length > shown ? <Pages {...{ address, from }} count={changes.length} /> : null}
    </>
  );
  return (
    <Box
      title="Changes"
      meta={changes.length.toLocaleString('en')}
      footer={add || changes.length > shown ? foot : undefined}
      flush
    >
      {changes.length === 0 ? (
        <p className="p-4 text-text-2">None yet. Add the first, and see here whom it would meet.</p>
      ) : (
        <List ordered>
          {changes.slice(from, from + shown).map(({ sentence, people }, row) => (
            <Change
              key={`${from + row} ${plainSentence(sentence)}`}
              {...{ sentence, people }}
              remove={editable ? { action: remove, values: { ...values, place: String(from + row) } } : null}
            />
          ))}
        </List>
      )}
    </Box>
  );
}

type ChangeProps = {
  sentence: ChangeSentence;
  people: number;
  remove: { action: ComponentProps<typeof PressForm>['action']; values: Record<string, string> } | null;
};

function Change({ sentence, people, remove }: ChangeProps) {
  const label = `Remove this change: ${plainSentence(sentence)}`;
  return (
    <ListRow
      lead={<Sign sign={sentence.sign} />}
      second={peopleWords(people)}
      action={remove ? <PressForm {...remove} icon="x" quiet hideLabel label={label} /> : undefined}
    >
      <strong>{sentence.subject}</strong> {sentence.verb} <strong>{sentence.object}</strong>
    </ListRow>
  );
}

function Pages({ address, from, count }: { address: DraftAddress; from: number; count: number }) {
  const number = (value: number) => value.toLocaleString('en');
  const to = Math.min(count, from + shown);
  const at = (place: number) => draftHref(address, { from: place > 0 ? String(place) : '' });
  return (
    <>
      <span className="meta">{`${number(from + 1)} to ${number(to)} of ${number(count)}`}</span>
      <nav className="flex gap-2" aria-label="Pages of the changes">
        {from > 0 ? (
          <LinkButton small scroll={false} href={at(Math.max(0, from - shown))}>
            Back
          </LinkButton>
        ) : null}
        {to < count ? (
          <LinkButton small scroll={false} href={at(to)}>
            Next
          </LinkButton>
        ) : null}
      </nav>
    </>
  );
}

function Sign({ sign }: { sign: ChangeSentence['sign'] }) {
  const icon: IconName = sign;
  return <Icon name={icon} tone={tones[sign]} small label={names[sign]} />;
}
