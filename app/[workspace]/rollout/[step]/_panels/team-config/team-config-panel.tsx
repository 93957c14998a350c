import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { can } from '#lib/domain/authorization/can';
import { whoMayChange } from '#lib/domain/config/who-may-change';
import type { Context } from '#lib/domain/context';
import type { ExecRules } from '#lib/domain/exec-rules/exec-rules';
import { readRules } from '#lib/domain/exec-rules/read-rules';
import { taskAnchor } from '#lib/domain/rollout/task';
import { readFriction } from '#lib/queries/exec-rules';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { teamConfigOf } from '#lib/shell/team-config';
import { setTeamConfigAction } from './actions';
import { CommandTester } from './command-tester';
import { DailyFriction } from './daily-friction';
import { NoneWanted } from './none-wanted';
import { RulesPart } from './rules-part';
import { SkillsPart } from './skills-part';
import { openSkill, testerAddress, typedCommand } from './team-config-address';
import { Uncaught } from './uncaught';

/** Row 3.3: rules and skills that go along with config.toml, and all of it as one archive. */
export async function TeamConfigPanel({ slug, step, search }: PanelProps) {
  const [{ ctx, membership }, { facts }, config] = await Promise.all([
    requireVisit(slug),
    rolloutOf(slug),
    teamConfigOf(slug),
  ]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'team-config');
  if (!status || !config) return null;
  const may = can(ctx.actor, 'configuration.write');
  const action = actionFor(slug, may && status.state !== 'not_applicable');
  const rules = readRules(config.rules);
  const friction = await frictionUnder(ctx, rules);
  const { changedAt, changedBy, version } = config;

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={<Archive slug={slug} isThere={facts.configuration.version > 0} />}
      flush
    >
      <div className="grid gap-1 p-4">
        {status.reason ? <p>{status.reason}</p> : null}
        {changedAt ? (
          <p className="meta">
            {`Version ${version}, ${changedBy} `}
            <Time at={changedAt} now={ctx.now} zone={membership.workspace.timeZone} />
          </p>
        ) : null}
        <p className="text-text-2">
          A repository or a computer gets these files beside config.toml, so that nobody sets them up alone.
        </p>
        {may ? null : <p className="meta">{whoMayChange}</p>}
        {action && version === 0 ? <NoneWanted action={action} /> : null}
      </div>
      <RulesPart config={config} action={action}>
        <CommandTester rules={rules} command={typedCommand(search)} href={testerAddress(slug)} />
        {friction ? <DailyFriction {...friction} /> : null}
        <Uncaught now={ctx.now} />
      </RulesPart>
      <SkillsPart slug={slug} config={config} action={action} open={openSkill(search)} />
    </Box>
  );
}

/** What the rules mean for a day; null where they decide nothing. */
const frictionUnder = async (ctx: Context, { faults, notSimulated }: ExecRules) =>
  faults.length + notSimulated.length === 0 ? readFriction(ctx) : null;

const actionFor = (slug: string, editable: boolean) =>
  editable ? setTeamConfigAction.bind(null, slug) : null;

function Archive({ slug, isThere }: { slug: string; isThere: boolean }) {
  if (!isThere) {
    return <span className="meta">The archive is there once the five decisions are taken.</span>;
  }
  return (
    <>
      <span className="meta">
        config.toml, rules and skills as they are stored; same content, same bytes.
      </span>
      <PlaceButton
        icon="download"
        download
        href={`/api/v1/workspaces/${slug}/configuration/files/team-config.zip`}
      >
        Download the Team Config
      </PlaceButton>
    </>
  );
}
