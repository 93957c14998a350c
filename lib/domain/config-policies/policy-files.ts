import { headerOf, type FileMeta } from '#lib/domain/config/render-files';
import { withoutHeader } from '#lib/domain/config-text/own-header';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import type { Policy } from './policy';

/** A policy as a version holds it. */
export type KeptPolicy = {
  path: string;
  /** From 1 up, in the order in which they count. */
  number: number;
  id: string;
  name: string;
  /** Ids of groups, the customer's own. */
  groupIds: readonly string[];
  /** Its requirements without the header. */
  text: string;
};

const folder = 'policies/';
const longestSlug = 40;
const policyPath = /^policies\/\d{2}-[a-z0-9-]+\.toml$/;

/** Whether a path is one under which versions hold a policy. */
export const isPolicyPath = (path: string): boolean => policyPath.test(path);

/** Where a version holds a policy: the number keeps the order, and no two paths are alike. */
export function policyPathOf(name: string, number: number): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g) ?? ['policy'];
  const slug = words.join('-').slice(0, longestSlug).replace(/-$/, '');
  return `${folder}${String(number).padStart(2, '0')}-${slug}.toml`;
}

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text as JSON writes it, with every character that cannot be seen by its code: one line, and exact. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(hidden, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/**
 * The policies for groups as files of a version, in their order. Each says what it is called, where it stands and whom
 * it is for, so that the sum over the files covers that as well. `sha256` gives the sum of a text's UTF-8 bytes in hex.
 */
export function policyFiles(
  policies: readonly Policy[],
  meta: FileMeta,
  sha256: (text: string) => string,
): VersionFile[] {
  return policies.map((policy, at) => {
    const number = at + 1;
    const path = policyPathOf(policy.name, number);
    const header = [
      ...headerOf(path, meta),
      ...placeLines(policy, number),
      `SHA-256 of the bytes after the first empty line: ${sha256(policy.text)}`,
      `Check it with: sed '1,/^$/d' ${path.slice(folder.length)} | sha256sum`,
    ];
    return { path, text: `${header.map((line) => `# ${line}\n`).join('')}\n${policy.text}` };
  });
}

const placeLines = ({ id, name, groupIds }: Policy, number: number): string[] => [
  `Policy ${String(number)}: ${quoted(name)}`,
  `Id: ${id}`,
  ...(groupIds.length === 0
    ? ['For no group: it reaches nobody.']
    : groupIds.map((group) => `For the group: ${quoted(group)}`)),
  'The first policy that names a group of a person counts alone: nothing is merged.',
  "It belongs into the vendor's console and is laid onto no machine.",
];

const headerEnd = '\n\n';

/** The lines before the first empty one, without comment marks, and the text behind it. */
function partsOf(text: string): { header: string[]; body: string } {
  const end = text.indexOf(headerEnd);
  const [head, body] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + headerEnd.length)];
  return { header: head.split('\n').map((line) => line.replace(/^# /, '')), body };
}

const isOurs = (text: string) => /^# policies\/\S+, written by Slipway\n/.test(text);

/** The text of a policy without the header of a version, so that a file of one can be brought back. */
export function withoutPolicyHeader(text: string): string {
  const plain = text.replaceAll('\r\n', '\n');
  return isOurs(plain) ? partsOf(plain).body : withoutHeader(plain);
}

/** The policies among the files of a version, in their order. Versions that were kept before policies hold none. */
export const keptPolicies = (files: readonly VersionFile[]): KeptPolicy[] =>
  files.filter(({ path }) => isPolicyPath(path)).map(keptPolicy);

function keptPolicy({ path, text }: VersionFile): KeptPolicy {
  const { header, body } = partsOf(text);
  const after = (words: string) =>
    header.filter((line) => line.startsWith(words)).map((line) => line.slice(words.length));
  const [, number = '0', name = ''] =
    header.map((line) => /^Policy (\d+): (.+)$/.exec(line)).find(Boolean) ?? [];
  return {
    ...{ path, number: Number(number), id: after('Id: ')[0] ?? path },
    name: name === '' ? path : unquoted(name),
    groupIds: after('For the group: ').map(unquoted),
    text: body,
  };
}

/** Files of a zip may come from anywhere: what is no JSON stands for itself. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
