import 'server-only';
import { findIsolation } from '#lib/adapters/codex-client/isolation';

let looked: Promise<string | null> | undefined;

/** Why clients cannot be kept apart on this server; null where they can. Found out once. */
export function whyNoIsolation(): Promise<string | null> {
  looked ??= findIsolation().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return looked;
}
