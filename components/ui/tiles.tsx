import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Bar } from './progress-bar';
import { StateIcon } from './state';

export type Tile = {
  href: Route;
  number: number;
  title: string;
  part: number;
  whole: number;
  /** Up to two `<State small>`. */
  states: ReactNode;
  /** Owner and the next date. */
  foot?: ReactNode;
  complete?: boolean | undefined;
};

function Share({ part, whole }: Pick<Tile, 'part' | 'whole'>) {
  return (
    <>
      <b>{part}</b> of {whole}
    </>
  );
}

/** The stages of one way side by side, with how far each is. Words stay ink; nothing is coloured by state. */
export function Tiles({ label, tiles }: { label: string; tiles: readonly Tile[] }) {
  return (
    <nav className="box" aria-label={label}>
      <ol className="tiles">
        {tiles.map((tile) => (
          <li key={tile.number}>
            <Link href={tile.href} className="tile" prefetch={false}>
              <span className="tile-number">
                {tile.number}
                {tile.complete ? <StateIcon state="done" labelled /> : null}
              </span>
              <span className="tile-name">{tile.title}</span>
              <span className="tile-bar">
                <Bar part={tile.part} whole={tile.whole} />
              </span>
              <span className="tile-of">{tile.whole > 0 ? <Share {...tile} /> : '–'}</span>
              <span className="tile-states">{tile.states}</span>
              <span className="tile-foot">{tile.foot}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
