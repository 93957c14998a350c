import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Panel, PanelPart } from '#components/layout/panel';
import { DefinitionList } from '#components/ui/facts';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { can } from '#lib/domain/authorization/can';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { RestsOn } from './rests-on';
import { WordPart } from './word-part';

type Props = PanelProps & { status: TaskStatus; proof: ReactNode };

/** One task close up: where it stands and why, whose it is, the word that decides it, and its proof files. */
export async function TaskSide({ slug, step, search, status, proof }: Props) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { task, owner } = status;
  const word = facts.attestations.get(task.id);
  // safe because it is the address of a step's page
  const closeHref = `/${slug}/rollout/${step.step.slug}` as Route;

  return (
    <Panel
      kicker={`${task.rows.length === 1 ? 'Row' : 'Rows'} ${task.rows.join(', ')}`}
      title={task.title}
      closeHref={closeHref}
      lead={<Standing status={status} />}
    >
      <PanelPart>
        <DefinitionList
          facts={[
            { term: 'Owner', value: owner.name ?? 'Nobody yet', meta: guide.duties[owner.duty].label },
            { term: 'Decided by', value: task.basis === 'derived' ? 'Data' : 'A person’s word' },
          ]}
        />
      </PanelPart>
      {task.decidedBy.kind === 'attestation' ? (
        <>
          <WordPart
            status={status}
            word={word}
            viewer={{
              slug,
              now: ctx.now,
              zone: membership.workspace.timeZone,
              mayAttest: can(ctx.actor, 'task.attest'),
            }}
            open={search.confirm !== undefined}
          />
          <RestsOn parts={task.decidedBy.restsOn} word={word} facts={facts} />
        </>
      ) : (
        <PanelPart title="Confirmed">
          <p className="text-text-2">{decidedElsewhere(status)}</p>
        </PanelPart>
      )}
      {proof}
      <PanelPart title="Where the guide asks for it">
        <p className="text-text-2">{task.source}</p>
      </PanelPart>
    </Panel>
  );
}

function Standing({ status: { state, reason } }: { status: TaskStatus }) {
  return (
    <>
      <State state={state} />
      {reason ? <p className="meta-soft mt-1">{reason}</p> : null}
    </>
  );
}

const decidedElsewhere = ({ task }: TaskStatus) =>
  task.basis === 'derived'
    ? 'Data decides this task, so nobody confirms it by hand. It is done once what it asks for is there.'
    : 'It is confirmed with its tool on this page.';
