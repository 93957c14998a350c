import Link from 'next/link';
import type { ReactNode } from 'react';
import { Avatar } from '#components/ui/avatar';
import { RegisterCell, RegisterRow } from '#components/ui/register';
import { State } from '#components/ui/state';
import { prerequisiteTexts } from '#lib/catalog/prerequisites';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { taskPanel } from '#lib/shell/task-panel';

type Props = {
  status: TaskStatus;
  slug: string;
  selected: boolean;
  /** The cells of its word and its proof. */
  words: ReactNode;
};

/** A question before the toggles of its group: nothing to switch, only somebody's word on what to look for. */
export function PrerequisiteRow({ status, slug, selected, words }: Props) {
  const { task, state, reason, owner } = status;
  const text = prerequisiteTexts[task.id];
  return (
    <RegisterRow
      id={taskAnchor(task.id)}
      name={
        <Link href={taskPanel(slug, task.id)} scroll={false}>
          {task.title}
        </Link>
      }
      second={
        <>
          {secondLine(task.rows, reason)}
          {text ? <span className="block">{`${text.question} ${text.lookFor}`}</span> : null}
        </>
      }
      selected={selected}
    >
      <RegisterCell label="State">
        <State state={state} />
      </RegisterCell>
      <RegisterCell label="Wanted">
        <span className="text-text-3">None</span>
      </RegisterCell>
      {words}
      <RegisterCell label="Owner" narrow="dropped">
        <Avatar name={owner.name} />
      </RegisterCell>
    </RegisterRow>
  );
}

const secondLine = (rows: readonly string[], reason: string | null) =>
  reason ? `${rows.join(', ')}. ${reason}` : rows.join(', ');
