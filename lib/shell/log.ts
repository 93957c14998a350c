/** Writes one JSON line to standard output. Callers hand in no secret, no cookie, no query string. */
export function log(event: string, fields: Record<string, string | number | boolean | null>): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}
