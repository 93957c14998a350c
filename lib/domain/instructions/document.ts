/** A piece of a line: words of ours or of a person, a key or command, or an address. */
export type Span = { text: string } | { strong: string } | { code: string } | { link: string; url: string };

/** Words in one line. */
export type Line = readonly Span[];

export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; items: readonly Line[] }
  | { kind: 'steps'; items: readonly Line[] };

/** A part of a document under its heading. */
export type Section = { title: string; blocks: readonly Block[] };

/** A short document, before it becomes Markdown or a page. */
export type Document = { title: string; sections: readonly Section[] };

export const text = (words: string): Span => ({ text: words });
export const paragraph = (...line: Span[]): Block => ({ kind: 'paragraph', line });
export const list = (items: readonly Line[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
