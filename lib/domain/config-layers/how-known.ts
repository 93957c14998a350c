import type { Answer, KeyFacts, Layer, Machine } from './layer';

/** What the comparison with the real client lays down: files on Linux, for a client of today. */
const laidDown: ReadonlySet<Layer> = new Set<Layer>([
  'requirements',
  'managed_config',
  'project',
  'user',
  'system_config',
]);

/** What a client comes with, as threads were seen to start without any file. */
const seenBuiltIn = ['approval_policy', 'sandbox_mode', 'approvals_reviewer', 'web_search'];

/** Notes on cases that the comparison leaves out. */
const leftOut: ReadonlySet<string> = new Set(['profiles_decide', 'by_host_name']);

/**
 * Whether the real client was asked about cases like this one: every layer that takes part is a file on Linux, the
 * client is of today, and it tells such a key. Everything else rests on the vendor’s documentation.
 */
export function howKnown(
  answer: Told,
  { system, era }: Machine,
  { isKnown, isShown }: KeyFacts,
): Answer['known'] {
  const isAsked = system === 'linux' && era === 'since' && isKnown;
  const isTold = answer.form === 'config' || isShown;
  return isAsked && isTold && isLaidDown(answer) ? 'client' : 'documentation';
}

type Told = Omit<Answer, 'known' | 'value'>;

function isLaidDown({ path, layers, wanted, beaten, notes }: Told): boolean {
  const isBuiltInSeen = path.length === 1 && seenBuiltIn.includes(path.join('.'));
  const involved = [...layers, ...(wanted ? [wanted.layer] : []), ...beaten.map(({ layer }) => layer)];
  return (
    involved.length > 0 &&
    !notes.some((note) => leftOut.has(note)) &&
    involved.every((layer) => laidDown.has(layer) || (layer === 'built_in' && isBuiltInSeen))
  );
}
