import type { Route } from 'next';
import type { TextName } from '#lib/domain/config-text/text-view';

/** Views of one file. */
export const fileViews = ['keys', 'text', 'findings', 'import'] as const;

/** One view of a file. */
export type FileView = (typeof fileViews)[number];

/** A place of a file's text. */
export type TextPlace = { line: number; column: number };

type Place = { view?: FileView; key?: readonly string[]; find?: string; accept?: string; at?: TextPlace };

/**
 * The address of a file's page: a view of it, the one key or finding that is open, the words that are looked for,
 * the place of the text that is shown.
 */
export function fileAddress(
  slug: string,
  name: TextName,
  { view, key, find, accept, at }: Place = {},
): Route {
  const search = new URLSearchParams({
    ...(view && view !== 'keys' ? { view } : {}),
    ...(find ? { find } : {}),
    ...(key ? { key: JSON.stringify(key) } : {}),
    ...(accept ? { accept } : {}),
    ...(at ? { line: String(at.line), column: String(at.column) } : {}),
  });
  const query = search.size === 0 ? '' : `?${search.toString()}`;
  // safe because a slug and a name are lower-case words and hyphens, and the rest is a query string
  return `/${slug}/configuration/${name}${query}` as Route;
}

/** The view that an address asks for; the keys where it asks for none there is. */
export const viewOf = (asked: string | undefined): FileView =>
  fileViews.find((view) => view === asked) ?? 'keys';

/** The key that an address asks for, part by part; null where it names none. */
export function keyOf(asked: string | undefined): string[] | null {
  try {
    const parsed: unknown = JSON.parse(asked ?? '');
    const isKey =
      Array.isArray(parsed) && parsed.length > 0 && parsed.every((part) => typeof part === 'string');
    return isKey ? parsed : null;
  } catch {
    return null;
  }
}

const numberOf = (asked: string | undefined) => (/^[1-9]\d{0,6}$/.test(asked ?? '') ? Number(asked) : null);

/** The place of the text that an address asks for; null where it names no line. */
export function placeOf(line: string | undefined, column: string | undefined): TextPlace | null {
  const asked = numberOf(line);
  return asked === null ? null : { line: asked, column: numberOf(column) ?? 1 };
}
