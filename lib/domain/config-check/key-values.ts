import type { z } from 'zod';
import { standingAt } from './client-version';
import type { ConfigKey, Span } from './config-key';
import { replace, type Fix, type Found } from './finding';
import { listed, type Rule } from './look';
import { nearestName } from './nearest-name';
import { itemsOf, nodeAt, plainValue, textOf, type TomlNode } from './toml-document';
import type { Visit } from './visit-keys';

/** Values that clients refuse for their kind, or for a word they do not know; each place of a value by itself. */
export const keyValues: Rule = ({ visits }) =>
  visits.flatMap((visit) => {
    const key = visit.place?.key;
    if (!key || visit.path.endsWith(']')) return [];
    const parsed = key.schema.safeParse(plainValue(visit.entry.node));
    return parsed.success ? [] : parsed.error.issues.map((issue) => wrongValue(visit, key, issue));
  });

function wrongValue({ entry, path }: Visit, key: ConfigKey, issue: z.core.$ZodIssue): Found {
  const steps = issue.path.filter((step) => typeof step !== 'symbol');
  const node = nodeAt(entry.node, steps) ?? entry.node;
  const written = textOf(node);
  const said = written === null ? '' : `“${written.slice(0, 100)}” is no value of ${entry.name}. `;
  const isWhole = node === entry.node;
  const listing = isWhole ? asList(node, key) : null;
  const told = listing ? `${entry.name} takes a list.` : `${said}${expected(entry.name, key, issue)}`;
  return {
    id: 'wrong_value',
    severity: 'error',
    at: isWhole && node.kind === 'table' ? entry.key : node.at,
    key: path,
    message: `${told} Clients refuse the file.`,
    fix: listing ?? likelyFix(node, key),
    ...(isWhole || issue.code === 'invalid_union' ? { whole: namedBelow(path, steps) } : {}),
  };
}

const namedBelow = (path: string, steps: readonly (string | number)[]) =>
  `${path}${steps.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`)).join('')}`;

function expected(name: string, { values }: ConfigKey, issue: z.core.$ZodIssue): string {
  if (values) return `Clients know ${listed(values)}.`;
  if (issue.code === 'invalid_union') return `${name} has none of the forms that clients take.`;
  return `${name}: ${issue.message}.`;
}

/** The value that was most likely meant: the nearest word, or a truth value or number without its quotes. */
function likelyFix(node: TomlNode, { values, schema }: ConfigKey): Fix | null {
  const written = textOf(node);
  if (written === null) return null;
  const nearest = values && nearestName(written, values);
  if (nearest) return replace(`Write ${nearest}`, node.at, JSON.stringify(nearest));
  const isBare = /^(true|false|\d{1,15})$/.test(written);
  const meant: unknown = isBare ? JSON.parse(written) : null;
  return isBare && schema.safeParse(meant).success
    ? replace(`Write ${written} without quotes`, node.at, written)
    : null;
}

/** One entry where a list of such is taken. */
function asList(node: TomlNode, { schema }: ConfigKey): Fix | null {
  const written = textOf(node);
  if (written === null || !schema.safeParse([written]).success) return null;
  return replace('Put it into a list', node.at, JSON.stringify([written]));
}

/** Words, and forms of a value, that the oldest client does not know yet: it refuses the whole file. */
export const valueAge: Rule = ({ visits, oldestClient }) =>
  visits.flatMap((visit) => {
    const key = visit.place?.key;
    if (!key || standingAt(oldestClient, key) !== 'known') return [];
    return [visit.entry.node, ...itemsOf(visit.entry.node)].flatMap((node) => {
      const span = key.valueSpans[formOf(node)];
      return span && standingAt(oldestClient, span) === 'not_yet' ? [tooNew(node, visit, span)] : [];
    });
  });

/** A text itself, and the brackets of anything written in some. */
const formOf = (node: TomlNode): string =>
  node.kind === 'list' ? '[]' : node.kind === 'table' ? '{}' : (textOf(node) ?? '');

function tooNew(node: TomlNode, { path, entry }: Visit, { since }: Span): Found {
  const what =
    { '[]': `${entry.name} as a list`, '{}': `${entry.name} as a table` }[formOf(node)] ?? formOf(node);
  return {
    id: 'value_too_new',
    severity: 'error',
    at: node.at,
    key: path,
    message: `Clients before ${since} do not know ${what} and refuse the file.`,
    fix: null,
  };
}
