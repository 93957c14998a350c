import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { mayAccept } from '#lib/domain/acceptances/accept-risk';
import { can } from '#lib/domain/authorization/can';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';
import { dutiesOf } from '#lib/domain/owners/owner';
import { readConfigText } from '#lib/queries/config-texts';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { rolloutOf } from '#lib/shell/rollout';
import { keyOf, placeOf, viewOf } from './_controls/file-address';
import { FileFrame } from './_controls/file-frame';
import { FileView } from './_controls/file-view';
import { PutBackPart } from './_controls/put-back-part';

type Props = PageProps<'/[workspace]/configuration/[name]'>;

const nameOf = (name: string) => textNames.find((one) => one === name) ?? notFound();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: fileOfText[nameOf((await params).name)] };
}

/** Rows 3.1 and 3.2: one file of the draft, by its keys or as text, with what is to be known about it. */
export default async function ConfigFilePage({ params, searchParams }: Props) {
  const [{ workspace: slug, name: named }, search] = await Promise.all([params, searchParams]);
  const asked = (key: string) => [search[key]].flat()[0];
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const text = await orNotFound(readConfigText(ctx, { name: nameOf(named) }));
  const editable = can(ctx.actor, 'configuration.write');
  const mine = can(ctx.actor, 'finding.accept') && mayAccept({ held: dutiesOf(membership, facts.owners) });
  const { name, version } = text;
  const viewer = {
    slug,
    name,
    version,
    mayFix: editable,
    mayAccept: mine,
    accepting: asked('accept') ?? null,
  };
  const view = viewOf(asked('view'));

  return (
    <FileFrame {...{ slug, text, view, editable }}>
      <FileView
        {...{ text, view, viewer }}
        path={keyOf(asked('key'))}
        start={placeOf(asked('line'), asked('column'))}
        find={asked('find') ?? ''}
      />
      {editable ? <PutBackPart {...{ slug, text }} /> : null}
    </FileFrame>
  );
}
