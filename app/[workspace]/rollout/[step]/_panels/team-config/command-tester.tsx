import type { Route } from 'next';
import { Button } from '#components/ui/button';
import { CodeText } from '#components/ui/code-block';
import { Field } from '#components/ui/field';
import { List, ListRow } from '#components/ui/list';
import { Note } from '#components/ui/note';
import type { MatchedRule } from '#lib/domain/exec-rules/check-command';
import { checkLine, type LineCheck } from '#lib/domain/exec-rules/check-line';
import type { Outcome } from '#lib/domain/exec-rules/daily-friction';
import type { ExecRules } from '#lib/domain/exec-rules/exec-rules';
import { OutcomeBadge } from './outcome-badge';
import { commandLimit, testerAnchor } from './team-config-address';

type Props = { rules: ExecRules; command: string; href: Route };

/** Tells what the stored rules decide for a line; it stands in the address, so it works without scripts. */
export function CommandTester({ rules, command, href }: Props) {
  return (
    <section className="grid grid-cols-1 gap-3" id={testerAnchor} aria-label="Try a command">
      <h4 className="font-medium">Try a command</h4>
      <form action={href} method="get" className="flex flex-wrap items-end gap-2">
        <span className="min-w-0 flex-1">
          <Field
            label="Command that Codex wants to run"
            hideLabel
            type="search"
            name="command"
            defaultValue={command}
            maxLength={commandLimit}
            placeholder="git push origin main"
            spellCheck={false}
            autoComplete="off"
            mono
          />
        </span>
        <Button type="submit">Try it</Button>
      </form>
      {command === '' ? null : <Answer rules={rules} command={command} />}
    </section>
  );
}

function Answer({ rules, command }: Omit<Props, 'href'>) {
  const [fault] = rules.faults;
  if (fault) {
    return (
      <Note tone="blocked" title="A client would refuse these rules, so they decide nothing.">
        {`Line ${fault.line}: ${fault.message}`}
      </Note>
    );
  }
  if (rules.notSimulated.length > 0) return <NotSimulated rules={rules} command={command} />;
  return <Decision check={checkLine(rules, command)} />;
}

function NotSimulated({ rules: { notSimulated }, command }: Omit<Props, 'href'>) {
  const parts = notSimulated.map(({ line, reason }) => `line ${line}, ${reason}`).join('; ');
  return (
    <div className="grid grid-cols-1 gap-2">
      <Note title="Not simulated: only a client can run these rules.">{`It would have to run ${parts}. Ask it:`}</Note>
      <CodeText
        label="How to ask a client"
        text={`codex execpolicy check --rules rules/default.rules -- ${command}`}
      />
    </div>
  );
}

function Decision({ check: { commands, isSplit, decision } }: { check: LineCheck }) {
  return (
    <div className="grid grid-cols-1 gap-2" role="status" aria-label="What the rules decide">
      <p className="flex flex-wrap items-center gap-2">
        <OutcomeBadge outcome={decision ?? 'none'} />
        <span>{sentences[decision ?? 'none']}</span>
      </p>
      {isSplit ? null : (
        <p className="text-text-2">
          The client does not split this line: it asks the rules about bash with all of it. See “What rules do
          not catch” below.
        </p>
      )}
      <List>
        {commands.map(({ argv, decision: own, matched }, index) => (
          <ListRow
            key={index}
            second={<Winner matched={matched} />}
            meta={<OutcomeBadge outcome={own ?? 'none'} />}
          >
            <code className="break-words whitespace-pre-wrap">{argv.join(' ')}</code>
          </ListRow>
        ))}
      </List>
    </div>
  );
}

/** The rule that won: the first of the strictest. */
function Winner({ matched }: { matched: readonly MatchedRule[] }) {
  const strictest = (['forbidden', 'prompt', 'allow'] as const)
    .map((decision) => matched.find((rule) => rule.decision === decision))
    .find((rule) => rule !== undefined);
  if (!strictest) return 'No rule decides: the client’s own judgement applies.';
  const { line, matchedPrefix, justification, resolvedProgram } = strictest;
  const others = matched.length - 1;
  return [
    `Rule of line ${line}, by the words ${matchedPrefix.join(' ')}`,
    resolvedProgram === undefined ? '' : `, which is ${resolvedProgram}`,
    others === 0 ? '.' : `; ${others === 1 ? '1 more rule matches' : `${others} more rules match`}.`,
    justification === null ? '' : ` ${justification}`,
  ].join('');
}

const sentences: Readonly<Record<Outcome, string>> = {
  allow: 'Codex runs this outside the sandbox without a question.',
  prompt: 'Codex asks before it runs this.',
  forbidden: 'Codex refuses this.',
  none: 'No rule decides: the client’s own judgement applies.',
};
