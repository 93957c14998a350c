import type { Notification } from './rpc';

/** A setting that the client found in a file and does not know. */
export type Ignored = { layer: string; file: string; key: string };

/** What every client says on a bare machine with an unknown model, whatever the files. */
const aboutTheMachine = [/could not find bubblewrap on PATH/, /^Model metadata for `oracle-model` not found/];

/** The warnings among what the client said unasked, each once. */
export function warningsIn(notifications: readonly Notification[]): string[] {
  const texts = notifications
    .filter(
      ({ method }) => method === 'configWarning' || method === 'warning' || method === 'deprecationNotice',
    )
    .map(({ params }) => [params.summary ?? params.message, params.details].filter(Boolean).join('\n'))
    .filter((text) => !aboutTheMachine.some((pattern) => pattern.test(text)));
  return [...new Set(texts)];
}

const ignoredLine = /^\s*(.+?) \((\/.+?)\): `(.+)` is ignored\.$/gm;

/** The settings that the warnings call ignored. */
export function ignoredIn(warnings: readonly string[]): Ignored[] {
  return warnings
    .flatMap((text) => [...text.matchAll(ignoredLine)])
    .map(([, layer = '', file = '', key = '']) => ({ layer, file, key }));
}
