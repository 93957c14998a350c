type Part = { part: number; whole: number };

const percent = ({ part, whole }: Part) => (whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0);

/** The bar alone; the numbers stand in words beside it. */
export function Bar(props: Part) {
  return (
    <svg className="bar" aria-hidden="true">
      <rect className="bar-all" width="100%" height="100%" />
      <rect className="bar-part" width={`${percent(props).toFixed(1)}%`} height="100%" />
    </svg>
  );
}
