import type { ReactNode } from 'react';
import { Disclosure } from './disclosure';
import { List } from './list';

type Props = {
  /** Every row, as `ListRow`s with keys. */
  rows: readonly ReactNode[];
  /** How many stand there at once. */
  shown: number;
  ordered?: boolean | undefined;
};

/** The first rows, and the others behind their number. */
export function ShortList({ rows, shown, ordered }: Props) {
  const others = rows.slice(shown);
  return (
    <>
      <List ordered={ordered}>{rows.slice(0, shown)}</List>
      {others.length > 0 ? (
        <div className="list-more">
          <Disclosure summary={`${others.length} more`}>
            <List ordered={ordered}>{others}</List>
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}
