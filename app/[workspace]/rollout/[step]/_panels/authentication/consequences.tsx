import { Points, type Point } from '#components/ui/points';
import type { Consequence } from '#lib/domain/authentication/consequences';

const drawings: Readonly<Record<Consequence['kind'], Pick<Point, 'icon' | 'title'>>> = {
  contradiction: { icon: 'circle-x', title: 'Cannot stay so' },
  duty: { icon: 'triangle-alert', title: 'To see to' },
  note: { icon: 'info', title: 'To know' },
};

/** What the answers bring with them: what contradicts a rule first, then what somebody has to see to. */
export function Consequences({ consequences }: { consequences: readonly Consequence[] }) {
  if (consequences.length === 0) {
    return <p className="text-text-2">What the answers bring with them stands here once they are saved.</p>;
  }
  return (
    <Points
      points={consequences.map(({ id, kind, text, source }) => ({
        ...drawings[kind],
        id,
        text: (
          <>
            {text} <span className="meta block">{source}</span>
          </>
        ),
      }))}
    />
  );
}
