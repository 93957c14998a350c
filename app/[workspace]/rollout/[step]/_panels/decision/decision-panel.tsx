import type { Route } from 'next';
import Form from 'next/form';
import { Box } from '#components/ui/box';
import { Button } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { can } from '#lib/domain/authorization/can';
import { surfaceWords } from '#lib/domain/rollout/decision';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { PanelProps } from '#lib/shell/panel-props';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { setDecisionAction } from './actions';
import { surfaceTasks, type SurfaceTask } from './choices';
import { DecisionChange } from './decision-change';
import { DecisionDoors } from './decision-doors';
import { choiceOf, type DecisionAction, type MadeDecision } from './decision-failure';
import { DecisionForm } from './decision-form';

/** Row 0.2: local, cloud or both. A change shows what it does before it is made. */
export async function DecisionPanel({ slug, step, search }: PanelProps) {
  const [{ ctx }, { decision, progress }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'decision');
  if (!status) return null;
  const { surfaces, version } = decision;
  const editable = can(ctx.actor, 'decision.write');
  const tasks = surfaceTasks(progress.steps);
  const action = setDecisionAction.bind(null, slug);
  // safe because the parts are a slug and the slug of a step
  const path = `/${slug}/rollout/${step.step.slug}` as Route;

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={<span className="meta">{footerWords(editable)}</span>}
    >
      <div className="grid gap-4">
        <Made slug={slug} />
        {editable && surfaces === null ? (
          <DecisionForm action={action} version={version} tasks={tasks} />
        ) : null}
        {editable && surfaces !== null ? (
          <Changing
            action={action}
            path={path}
            decision={{ surfaces, version }}
            asked={search.decide}
            tasks={tasks}
          />
        ) : null}
      </div>
    </Box>
  );
}

async function Made({ slug }: { slug: string }) {
  const [{ ctx, membership }, { decision }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { surfaces, decidedAt, decidedBy } = decision;
  return (
    <p role="status" className="text-read">
      {surfaces === null ? 'Not decided yet.' : <strong>{surfaceWords[surfaces]}</strong>}{' '}
      {decidedAt ? (
        <span className="meta">
          {decidedBy}, <Time at={decidedAt} now={ctx.now} zone={membership.workspace.timeZone} />
        </span>
      ) : null}
    </p>
  );
}

type ChangingProps = {
  action: DecisionAction;
  path: Route;
  decision: MadeDecision;
  asked: string | string[] | undefined;
  tasks: readonly SurfaceTask[];
};

function Changing({ action, path, decision, asked, tasks }: ChangingProps) {
  const wanted = choiceOf(asked);
  if (wanted !== null && wanted !== decision.surfaces) {
    return (
      <DecisionChange
        key={wanted}
        action={action}
        decision={decision}
        wanted={wanted}
        tasks={tasks}
        keepHref={path}
      />
    );
  }
  return (
    <Disclosure summary="Change the decision…">
      <Form action={path} scroll={false} className="grid gap-4">
        <DecisionDoors name="decide" tasks={tasks} chosen={decision.surfaces} />
        <p>
          <Button type="submit">Show what changes</Button>
        </p>
      </Form>
    </Disclosure>
  );
}

function footerWords(editable: boolean): string {
  const rule = 'Row 0.2. It decides which of the later tasks apply.';
  return editable ? rule : `${rule} The workspace owner makes it.`;
}
