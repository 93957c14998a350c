/** Grey lines in the place of what comes, after 400 ms; numbers stay blank, never 0. */
export function Loading({ label, lines = 3 }: { label: string; lines?: number | undefined }) {
  return (
    <div className="skeleton">
      <div aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <i key={index} className="skeleton-line" />
        ))}
      </div>
      <p className="sr-only" role="status">
        {label}
      </p>
    </div>
  );
}
