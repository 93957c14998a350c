import type { KnownKey } from '#components/code-editor/find-keys';
import type { Finding } from '#lib/domain/config-check/finding';
import type { Delivery } from '#lib/domain/config-check/look';

const address = (slug: string) => `/api/v1/workspaces/${slug}/configuration`;

type Text = { slug: string; file: string; delivery: Delivery; text: string };

/** What is to be known about a text beside the other files; null where the question was given up or failed. */
export async function askForFindings(
  { slug, file, delivery, text }: Text,
  signal: AbortSignal,
): Promise<readonly Finding[] | null> {
  const path = `${address(slug)}/check?file=${file}&beside=draft&delivery=${delivery}`;
  const headers = { 'content-type': 'application/toml' };
  const answer = await fetch(path, { method: 'POST', headers, body: text, signal }).catch(() => null);
  if (!answer?.ok) return null;
  const { findings } = (await answer.json()) as { findings: readonly Finding[] };
  return findings;
}

type Keys = { set: readonly Known[]; others: readonly Known[] };
type Known = { key: string; known: { help: string; sample: string | null } | null };

/** Keys of a file whose name or help holds the words; none where the question failed. */
export async function askForKeys({
  slug,
  name,
  words,
}: {
  slug: string;
  name: string;
  words: string;
}): Promise<readonly KnownKey[]> {
  const path = `${address(slug)}/${name}/keys?find=${encodeURIComponent(words.slice(0, 100))}`;
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) return [];
  const { set, others } = (await answer.json()) as Keys;
  return [...set, ...others].flatMap(({ key, known }) => (known ? [{ key, ...known }] : []));
}
