import type { Metadata } from 'next';
import { oneOf } from '#access/access-address';
import { AccessFrame } from '#access/access-frame';
import { saidIn } from '#access/expectations/expectation-address';
import { ExpectationRow } from '#access/expectations/expectation-row';
import { NoExpectations } from '#access/expectations/no-expectations';
import { AddBox, EditBox, ImportBox } from '#access/expectations/write-boxes';
import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { can } from '#lib/domain/authorization/can';
import { readExpectations } from '#lib/queries/expectations';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { rolloutOf } from '#lib/shell/rollout';

export const metadata: Metadata = { title: 'Expectations' };

type Props = PageProps<'/[workspace]/access/expectations'>;

/** What must hold about access, sentence by sentence, and whether it does. */
export default async function ExpectationsPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireContext(slug);
  const [{ facts }, { results, version }] = await Promise.all([
    rolloutOf(slug),
    orNotFound(readExpectations(ctx)),
  ]);
  const names = { groups: facts.access.groups, permissions: facts.guide.permissions };
  const mayWrite = can(ctx.actor, 'access.write');
  const list = facts.expectations.list;
  const edited = mayWrite ? list.find(({ id }) => id === oneOf(search.edit)) : undefined;
  const resultOf = new Map(results.map((result) => [result.id, result]));

  return (
    <AccessFrame slug={slug} place="expectations" actions={list.length > 0 ? <Export slug={slug} /> : null}>
      {mayWrite ? null : <Note title="The workspace owner says what must hold." />}
      {list.length === 0 ? <NoExpectations {...{ slug, mayWrite }} /> : null}
      {list.length > 0 ? (
        <Box flush title="What must hold" meta={sumWords(list)}>
          <ol className="list">
            {list.map((one, at) => {
              const result = resultOf.get(one.id);
              const edits = mayWrite ? { version, place: at, isLast: at === list.length - 1 } : null;
              return result ? <ExpectationRow key={one.id} {...{ slug, one, result, names, edits }} /> : null;
            })}
          </ol>
        </Box>
      ) : null}
      {edited ? <EditBox {...{ slug, version, names }} one={edited} /> : null}
      {mayWrite && !edited ? <AddBox {...{ slug, names }} said={saidIn(search)} /> : null}
      {mayWrite ? <ImportBox {...{ slug, version }} /> : null}
    </AccessFrame>
  );
}

function Export({ slug }: { slug: string }) {
  return (
    <PlaceButton icon="download" download href={`/api/v1/workspaces/${slug}/access/expectations.yaml`}>
      YAML
    </PlaceButton>
  );
}

function sumWords(list: readonly { holds: boolean }[]): string {
  const failing = list.filter(({ holds }) => !holds).length;
  if (failing === 0) return list.length === 1 ? 'It holds' : `All ${list.length} hold`;
  return `${failing} of ${list.length} ${failing === 1 ? 'fails' : 'fail'}`;
}
