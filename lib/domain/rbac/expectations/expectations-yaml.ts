import { Document, isNode, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';
import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import { draftOf, plainExpectation, toPlain, type Draft, type ExpectationList } from './expectation';
import { expectationSentence, type Names } from './expectation-words';
import type { Fault } from './read-expectations';

/** What is wrong with a YAML file, with the line it stands on. */
export type YamlRefusal = {
  code: 'invalid_yaml';
  message: string;
  lines: { line: number; message: string }[];
  /** The same, for the field of a form that holds the text. */
  fields: { text: string[] };
};

/** What a file says: the drafts, the version it was read at if it names one, and where each draft stands. */
export type ReadYaml = { drafts: Draft[]; version: number | null; lineOf: (fault: Fault) => number };

const file = z.union([
  z.array(plainExpectation),
  z.strictObject({ version: z.int().min(0).optional(), expectations: z.array(plainExpectation) }),
]);

const deepest = 16;
const widestIndent = 64;
const mostIndicators = 32;

/**
 * The list as a file of YAML: each sentence as a comment over its plain words, groups by id. The version says
 * what it was read at.
 */
export function renderExpectationsYaml({ list, version }: ExpectationList, names: Names): string {
  const document = new Document({ version, expectations: list.map(toPlain) });
  document.commentBefore = ' What people may and may not do here. Send it back to change the list.';
  const items = document.get('expectations');
  if (isSeq(items)) {
    items.items.forEach((item, at) => {
      const expectation = list[at];
      if (!expectation || !isNode(item)) return;
      item.commentBefore = ` ${expectationSentence(expectation, names).replace(/\s+/gu, ' ')}`;
    });
  }
  return document.toString({ lineWidth: 0 });
}

/**
 * What a file of YAML says: a list of expectations, bare or under `expectations` beside the `version` it was read
 * at. Fails with `invalid_yaml` and the line of each fault.
 */
export function parseExpectationsYaml(text: string): Result<ReadYaml, YamlRefusal> {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== null) return refuse([{ line: tooDeep, message: 'This is nested too deeply.' }]);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  const wrong = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: counter.linePos(pos[0]).line,
    message: `${message.split('\n')[0] ?? ''}.`.replace(/[.:]+\.?$/u, '.'),
  }));
  if (wrong.length > 0) return refuse(wrong);
  const lineAt = (path: readonly PropertyKey[]) => lineIn(document, counter, path);
  const value = valueOf(document);
  const parsed = file.safeParse(value);
  if (!parsed.success) return refuse(issuesOf(parsed.error, lineAt));
  const isBare = Array.isArray(parsed.data);
  const { version = null, expectations } = Array.isArray(parsed.data)
    ? { expectations: parsed.data }
    : parsed.data;
  return ok({
    drafts: expectations.map(draftOf),
    version,
    lineOf: ({ at, field }) => {
      const kind = Object.keys(expectations[at] ?? {}).find((key) => key !== 'id') ?? '';
      const inside = field === 'id' ? ['id'] : field === null ? [kind] : [kind, field];
      return lineAt([...(isBare ? [] : ['expectations']), at, ...inside]);
    },
  });
}

const refuse = (lines: YamlRefusal['lines']) => {
  const [first = { line: 1, message: 'This cannot be read.' }] = lines;
  const text = lines.map(({ line, message }) => `Line ${line}: ${message}`);
  return err({
    code: 'invalid_yaml',
    message: `Line ${first.line}: ${first.message}`,
    lines,
    fields: { text },
  });
};

/** The refusal of faults that were found in what a file says. */
export function refuseAtLines(faults: readonly Fault[], { lineOf }: ReadYaml): YamlRefusal {
  return refuse(faults.map((fault) => ({ line: lineOf(fault), message: fault.message }))).error;
}

/** An alias that stands for more than the file holds is refused by the reader itself. */
function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return undefined;
  }
}

/** The line of the deepest part of `path` that the file has. */
function lineIn(
  document: ReturnType<typeof parseDocument>,
  counter: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length > 0; length -= 1) {
    // safe because asking for a node gives a node, and `isNode` looks
    const node = document.getIn(path.slice(0, length), true) as Scalar | undefined;
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return counter.linePos(start).line;
  }
  return 1;
}

function issuesOf(error: z.ZodError, lineAt: (path: readonly PropertyKey[]) => number): YamlRefusal['lines'] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [{ line: lineAt(issue.path), message: sentenceOf(issue) }];
    const alternatives = issue.errors.filter(([first]) => (first?.path.length ?? 0) > 0);
    const closest = alternatives.toSorted((one, other) => one.length - other.length)[0];
    if (!closest) {
      const message = 'Write a list of expectations, each on a line that begins with a hyphen.';
      return [{ line: 1, message }];
    }
    return closest.map((inner) => ({ line: lineAt(inner.path), message: sentenceOf(inner) }));
  });
}

const sentenceOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? `Nobody knows ${issue.keys.join(', ')} here.` : issue.message;

/**
 * The first line that nests deeper than any list of expectations; null where none does. It is looked at before
 * the reader is, which a few thousand open brackets or hyphens bring down with the whole process.
 */
function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const [bracket] of line.matchAll(/[[\]{}]/gu)) {
      depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
      if (depth > deepest) return index + 1;
    }
    if (isTooWide(line)) return index + 1;
  }
  return null;
}

function isTooWide(line: string): boolean {
  const indent = line.trim() === '' ? 0 : line.search(/\S/u);
  const indicators = line.match(/[-?:](?=\s|$)/gu)?.length ?? 0;
  return indent > widestIndent || indicators > mostIndicators;
}
