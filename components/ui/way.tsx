import type { ReactNode } from 'react';

export type WayStep = { title: string; text: ReactNode };

/** Steps from what is to what would be; the last is marked as the one that makes the difference. */
export function Way({ steps }: { steps: readonly WayStep[] }) {
  return (
    <ol className="way">
      {steps.map(({ title, text }, place) => (
        <li key={place}>
          <strong className="block">{title}</strong>
          <span className="text-text-2">{text}</span>
        </li>
      ))}
    </ol>
  );
}
