import { InText } from '#components/config-texts/in-text';
import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import { Note } from '#components/ui/note';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { loginTexts, loginWrittenTo } from '#lib/catalog/login-texts';
import { can } from '#lib/domain/authorization/can';
import type { LoginView } from '#lib/domain/login/login-view';
import { taskAnchor } from '#lib/domain/rollout/task';
import { readConfiguration } from '#lib/queries/configuration';
import { readLoginRestriction } from '#lib/queries/login-restriction';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { whoMayChange } from '#lib/domain/config/who-may-change';
import { setLoginRestrictionAction } from './actions';
import { LoginForm } from './login-form';

/** Row 3.6: which login method and workspace local clients may use. */
export async function LoginPanel({ slug, step }: PanelProps) {
  const { ctx, membership } = await requireVisit(slug);
  const [login, configuration] = await Promise.all([readLoginRestriction(ctx), readConfiguration(ctx)]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'login-restriction');
  if (!status || !login) return null;
  const left = configuration?.leftToTexts.find(({ part }) => part === 'login');
  const editable = can(ctx.actor, 'configuration.write');
  const { changedAt, changedBy, version, findings } = login;

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={<WrittenTo />}
    >
      {status.state === 'not_applicable' ? (
        <p className="text-text-2">{`${status.reason} Local clients are no part of it.`}</p>
      ) : (
        <div className="grid gap-4">
          {findings.map(({ code, severity, message }) => (
            <Note
              key={code}
              tone={severity === 'contradiction' ? 'blocked' : 'stale'}
              icon={severity === 'contradiction' ? 'equal-not' : 'triangle-alert'}
              title={severity === 'contradiction' ? 'This contradicts Step 0.' : 'Mind this.'}
            >
              {message}
            </Note>
          ))}
          {left ? <InText slug={slug} left={left} /> : null}
          {changedAt ? (
            <p className="meta">
              {`Version ${version}, ${changedBy} `}
              <Time at={changedAt} now={ctx.now} zone={membership.workspace.timeZone} />
            </p>
          ) : (
            <p className="text-text-2">{status.reason}</p>
          )}
          {editable ? (
            <LoginForm action={setLoginRestrictionAction.bind(null, slug)} login={login} />
          ) : (
            <Decided login={login} />
          )}
        </div>
      )}
    </Box>
  );
}

function Decided({ login: { method, workspaces } }: { login: LoginView }) {
  const text = method ? loginTexts[method] : null;
  return (
    <>
      {text ? (
        <DefinitionList
          facts={[
            { term: 'Sign-in', value: text.label, meta: text.consequence },
            {
              term: 'Workspaces',
              value:
                workspaces.length === 0 ? 'Any' : <code className="break-all">{workspaces.join(', ')}</code>,
            },
          ]}
        />
      ) : null}
      <p className="meta">{whoMayChange}</p>
    </>
  );
}

function WrittenTo() {
  return (
    <ul className="meta grid gap-1">
      {loginWrittenTo.map(({ key, words }) => (
        <li key={key}>
          <code>{key}</code>
          <span className="block">{words}</span>
        </li>
      ))}
    </ul>
  );
}
