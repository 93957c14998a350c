const MINUTE_MS = 60_000;

/** A stretch of time in whole minutes: "23 h 51 min"; "1 min" for anything shorter. */
export function hoursAndMinutes(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
