import { CopyButton } from '#components/ui/copy-button';
import type { ItemStatus } from '#lib/domain/validation/check-status';
import { recordCheckAction } from './actions';
import { checkHref } from './check-address';
import type { CheckViewer } from './check-box';
import { CheckForm } from './check-form';

/** The item the address opens: how to look, and the form for what was seen. */
export function OpenItem({
  taskId,
  item,
  viewer,
}: {
  taskId: string;
  item: ItemStatus;
  viewer: CheckViewer;
}) {
  const { planned, result } = item;
  return (
    <section className="grid gap-3 border-t border-line p-4" aria-label={`Record ${planned.label}`}>
      <h3>{`What did you see: ${planned.label}?`}</h3>
      {planned.command ? (
        <p className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 break-all">{planned.command}</code>
          <CopyButton text={planned.command} label="Copy command" />
        </p>
      ) : null}
      <CheckForm
        key={planned.item}
        action={recordCheckAction.bind(null, viewer.slug)}
        taskId={taskId}
        item={planned.item}
        label={planned.label}
        answer={planned.answer}
        version={result?.version ?? 0}
        closeHref={checkHref(viewer.base, taskId)}
      />
    </section>
  );
}
