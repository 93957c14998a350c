import { z } from 'zod';
import { changeOf, rebuilt, type Slot } from './bracketed';
import { withComma, withLine, withTable } from './text-stretches';
import type { Spot, TomlEntry, TomlList } from './toml-document';

/** How much a finding matters: an error is what a client of the fleet refuses, replaces or ignores. */
export const severities = ['error', 'warning', 'info'] as const;

/** One of the three grades of a finding. */
export type Severity = (typeof severities)[number];

const edit = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0),
  text: z.string(),
});

/**
 * A change of the checked text that takes its finding away.
 *
 * Offsets count UTF-16 code units of the text as it was sent, `to` not included; edits do not overlap and are
 * in order, so applying them from the last to the first keeps the other offsets right.
 */
export const fixSchema = z.strictObject({ title: z.string(), edits: z.array(edit) });

/** A change of the checked text that takes its finding away. */
export type Fix = z.output<typeof fixSchema>;

/** Something to know about one place of a configuration file; `line` and `column` begin at 1. */
export const findingSchema = z.strictObject({
  id: z.string(),
  severity: z.enum(severities),
  line: z.int().min(1),
  column: z.int().min(1),
  /** Dotted key that it is about; null for the file as a whole. */
  key: z.string().nullable(),
  message: z.string(),
  fix: fixSchema.nullable(),
});

/** Something to know about one place of a configuration file. */
export type Finding = z.output<typeof findingSchema>;

/** A finding before its offset has become a line and a column. */
export type Found = {
  id: string;
  severity: Severity;
  at: Spot;
  key: string | null;
  message: string;
  fix: Fix | null;
  /** Dotted name of a value that is wrong as a whole, so that what is wrong inside it may be the reason. */
  whole?: string;
};

/** A fix that writes `text` over a stretch. */
export const replace = (title: string, { from, to }: Spot, text: string): Fix => ({
  title,
  edits: [{ from, to, text }],
});

/** A fix that takes a key out, with all of its lines or tables, or with its comma inside a value. */
export const remove = (text: string, entry: TomlEntry): Fix => ({
  title: `Remove ${entry.name}`,
  edits: outermost(entry.statements)
    .map((spot) => stretchOf(text, spot, entry))
    .map((spot) => ({ ...spot, text: '' })),
});

function stretchOf(text: string, spot: Spot, { isInline }: TomlEntry): Spot {
  if (isInline) return withComma(text, spot);
  return text[spot.from] === '[' ? withTable(text, spot) : withLine(text, spot);
}

/** A fix that puts an entry before those of a list, written as they are. */
export function putFirst(title: string, text: string, { at, items }: TomlList, toml: string): Fix {
  const spots = items.map((item) => item.at);
  const slots = spots.map(({ from, to }, old): Slot => ({ old, text: text.slice(from, to) }));
  const list = rebuilt(text.slice(0, at.to), at, spots, [{ old: null, text: toml }, ...slots]);
  return { title, edits: [changeOf(text, at, list)] };
}

/** Stretches that are not inside another, in order. */
function outermost(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const spot of [...spots].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const before = kept.at(-1);
    if (!before || spot.from >= before.to) kept.push(spot);
  }
  return kept;
}
