import { Icon } from './icon';

/** A way through someone else's menus, step by step. */
export function Path({ steps }: { steps: readonly string[] }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1 gap-y-0.5">
      {steps.map((step, index) => (
        <span key={step} className="inline-flex items-center gap-1">
          {index > 0 ? <Icon name="chevron-right" tone="quiet" small /> : null}
          {step}
        </span>
      ))}
    </span>
  );
}
