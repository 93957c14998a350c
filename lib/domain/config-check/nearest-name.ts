/** Most letters by which a name may differ, for its length. */
const tolerance = (name: string) => Math.max(1, Math.floor(name.length / 4));

/** The one of `names` that is most like `name`, in letters that differ; null where none is much like it. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const limit = tolerance(name);
  let nearest: string | null = null;
  let least = limit + 1;
  for (const other of names) {
    if (Math.abs(other.length - name.length) >= least) continue;
    const steps = distance(name, other);
    if (steps < least) [nearest, least] = [other, steps];
  }
  return nearest;
}

/** Letters to put in, take out, change, or swap with their neighbour until `a` is `b`. */
function distance(a: string, b: string): number {
  let older: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const swap = swaps(a, b, row, column) ? at(older, column - 2) + 1 : Infinity;
      here.push(
        Math.min(at(above, column) + 1, at(here, column - 1) + 1, at(above, column - 1) + change, swap),
      );
    }
    older = above;
    above = here;
  }
  return at(above, b.length);
}

const at = (numbers: readonly number[], place: number) => numbers[place] ?? 0;

const swaps = (a: string, b: string, row: number, column: number) =>
  row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
