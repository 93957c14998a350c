import type { ReactNode } from 'react';
import { CodeText } from '#components/ui/code-block';
import { Icon } from '#components/ui/icon';
import type { Finding } from '#lib/domain/team-config/check-rules';
import type { TeamConfigView } from '#lib/domain/team-config/team-config-view';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setTeamConfigAction } from './actions';
import { RulesForm } from './rules-form';

type Props = {
  config: TeamConfigView;
  action: BoundAction<typeof setTeamConfigAction> | null;
  /** What the rules mean. */
  children: ReactNode;
};

/** The rules, what was found in them, and their form; without an action they are read. */
export function RulesPart({ config: { rules, findings, version }, action, children }: Props) {
  return (
    <section className="grid grid-cols-1 gap-3 border-t border-line p-4" aria-label="Rules">
      <h3>Rules</h3>
      <Findings findings={findings} />
      {action ? (
        <RulesForm action={action} rules={rules} version={version} />
      ) : rules === '' ? (
        <p className="text-text-2">No rules are wanted.</p>
      ) : (
        <CodeText label="Text of the rules" text={rules} />
      )}
      {children}
    </section>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return <p className="meta">Our own look finds nothing. Only a client can say that it takes the rules.</p>;
  }
  return (
    <ul className="grid gap-1" aria-label="What was found">
      {findings.map(({ severity, file, line, message }, index) => (
        <li key={index} className="flex items-start gap-2">
          {severity === 'error' ? (
            <Icon name="circle-x" tone="blocked" />
          ) : (
            <Icon name="triangle-alert" tone="stale" />
          )}
          <span>
            <strong>{severity === 'error' ? 'Error' : 'Warning'}</strong>
            {file === 'skills' ? `, skills: ${message}` : `, line ${line} of the text below: ${message}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
