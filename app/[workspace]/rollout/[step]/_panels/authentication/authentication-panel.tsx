import { Box } from '#components/ui/box';
import { State } from '#components/ui/state';
import { authenticationGround } from '#lib/domain/authentication/authentication-standing';
import { applicableQuestions, authenticationConsequences } from '#lib/domain/authentication/consequences';
import { can } from '#lib/domain/authorization/can';
import { taskAnchor } from '#lib/domain/rollout/task';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { reviewAuthenticationAction } from './actions';
import { AnswersList } from './answers-list';
import { Consequences } from './consequences';
import { ReviewForm } from './review-form';

/** Row 0.3: how people sign in on each surface, MFA and SSO, what is restricted, and what follows from it. */
export async function AuthenticationPanel({ slug, step }: PanelProps) {
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'authentication');
  if (!status) return null;
  const ground = authenticationGround(facts);
  const questions = applicableQuestions(ground);
  const consequences = authenticationConsequences(ground);
  const isContradicted = consequences.some(({ kind }) => kind === 'contradiction');
  const editable = can(ctx.actor, 'authentication.write');

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={<span className="meta">{footerWords(editable)}</span>}
    >
      <div className="grid gap-5 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 content-start gap-3">
          {status.reason && !isContradicted ? <p className="text-read">{status.reason}</p> : null}
          {editable ? (
            <ReviewForm
              action={reviewAuthenticationAction.bind(null, slug)}
              review={facts.authentication}
              questions={questions}
            />
          ) : (
            <AnswersList answers={facts.authentication.answers} questions={questions} />
          )}
        </div>
        <section aria-label="Consequences" className="grid min-w-0 content-start gap-3">
          <h3>What follows</h3>
          <Consequences consequences={consequences} />
        </section>
      </div>
    </Box>
  );
}

function footerWords(editable: boolean): string {
  const rule = 'Row 0.3. Local takes ChatGPT sign-in or API keys; Codex cloud takes ChatGPT sign-in alone.';
  return editable ? rule : `${rule} A workspace owner or an IT management owner answers.`;
}
