// Medians and quantiles.

/**
 * The value below which `share` of the values lie, by the nearest rank; 0 of none.
 * @param {readonly number[]} sorted ascending
 * @param {number} share from 0 to 1
 */
export const quantile = (sorted, share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/**
 * Median, smallest and largest.
 * @param {readonly number[]} values
 */
export const spread = (values) => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/**
 * A ratio of two medians, with the smallest and largest ratio any one round gave.
 * @param {readonly number[]} values
 * @param {readonly number[]} base of the same rounds
 */
export const ratioOf = (values, base) => ({
  ...spread(values.map((value, round) => value / (base[round] ?? NaN))),
  median: median(values) / median(base),
});
