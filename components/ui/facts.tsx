import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Fact = { term: string; value: ReactNode; meta?: ReactNode; icon?: IconName | undefined };

/** A row of up to three facts: value, who, when. */
export function Facts({ facts, id }: { facts: readonly Fact[]; id?: string | undefined }) {
  return (
    <dl className="facts" id={id}>
      {facts.map(({ term, value, meta }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value} {meta ? <span className="meta">{meta}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Terms and values under each other; wanted, confirmed and seen bring their icons. */
export function DefinitionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts-list">
      {facts.map(({ term, value, meta, icon }) => (
        <div key={term} className="contents">
          <dt>
            {icon ? <Icon name={icon} small /> : null}
            {term}
          </dt>
          <dd>
            {value} {meta ? <span className="meta">{meta}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
