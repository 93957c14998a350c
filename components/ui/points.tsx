import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Point = {
  icon: IconName;
  title: string;
  text: ReactNode;
  /** Where several points share a title. */
  id?: string | undefined;
};

/** A few facts to be read, each with its icon, a short name and a sentence or two. */
export function Points({ points }: { points: readonly Point[] }) {
  return (
    <ul className="points">
      {points.map(({ icon, title, text, id }) => (
        <li key={id ?? title}>
          <Icon name={icon} tone="quiet" />
          <span>
            <strong className="block">{title}</strong>
            <span className="meta-soft block">{text}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
