'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { TeamConfigView } from '#lib/domain/team-config/team-config-view';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setTeamConfigAction } from './actions';

type Props = { action: BoundAction<typeof setTeamConfigAction>; rules: string; version: number };

/** The text of rules/default.rules. */
export function RulesForm({ action, rules, version }: Props) {
  return (
    <Form action={action} version={version} submit="Save the rules" saved="Rules saved." theirs={theirWords}>
      {({ errorOf, typedOf }) => (
        <TextArea
          label="rules/default.rules"
          name="rules"
          hint="Leave it empty to say that no rules are wanted. The header with workspace and sum is added in the file."
          defaultValue={typedOf('rules', rules)}
          error={errorOf('rules')}
          rows={16}
          spellCheck={false}
          autoComplete="off"
          mono
        />
      )}
    </Form>
  );
}

function theirWords(current: unknown): string {
  // safe because a conflict carries the object that the action gives
  const { rules, version } = current as TeamConfigView;
  const lines = rules === '' ? 0 : rules.split('\n').length;
  return `version ${version}, rules of ${lines === 1 ? '1 line' : `${lines} lines`}`;
}
