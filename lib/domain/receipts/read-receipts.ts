import type { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import { maxReceipts, receipt, type Receipt } from './receipt';

/** Why receipts were not taken: each that is wrong by its place, at most twenty of them, beside the text. */
export type ReceiptError = { code: 'invalid_input'; message: string; fields: { text: string[] } };

const maxProblems = 20;
const maxDepth = 32;

type Found = { place: string; value: unknown };

/** A text that is JSON as a whole, or has one JSON value on each line; undefined in `value` marks what is no JSON. */
function valuesIn(text: string): Found[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.map((value, at) => ({ place: `Receipt ${String(at + 1)}`, value }));
  if (whole !== undefined) return [{ place: 'The receipt', value: whole }];
  return text.split('\n').flatMap((line, at) => {
    const place = `Line ${String(at + 1)}`;
    return line.trim() === '' ? [] : [{ place, value: parsed(line) }];
  });
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Whoever walks a value must not be led deeper than a stack reaches. */
function isTooDeep(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return false;
  return depth >= maxDepth || Object.values(value).some((held) => isTooDeep(held, depth + 1));
}

type Read = { receipt: Receipt } | { problem: string };

function readOne({ place, value }: Found): Read {
  if (value === undefined) return { problem: `${place}: this is no JSON.` };
  if (isTooDeep(value)) return { problem: `${place}: it is nested deeper than ${String(maxDepth)} levels.` };
  const { data, error } = receipt.safeParse(value);
  return data ? { receipt: data } : { problem: `${place}: ${problemOf(error)}` };
}

/**
 * The receipts in a text: one, a list, or one on each line. All of them or none: one that is wrong refuses the rest,
 * and each that is wrong is named with what is wrong about it.
 *
 * Fails with `invalid_input` beside `text`, also for a text without any receipt and for more than 1,000.
 */
export function readReceipts(text: string): Result<Receipt[], ReceiptError> {
  const found = valuesIn(text.replace(/^\ufeff/, ''));
  if (found.length === 0) return err(wrongReceipts(['There is no receipt in it.']));
  if (found.length > maxReceipts) {
    return err(wrongReceipts([`Send at most ${maxReceipts.toLocaleString('en')} receipts at once.`]));
  }
  const read = found.map(readOne);
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (problems.length > 0) return err(wrongReceipts(problems));
  return ok(read.flatMap((one) => ('receipt' in one ? [one.receipt] : [])));
}

/** Receipts that were not taken, by what is wrong about each. */
export const wrongReceipts = (problems: readonly string[]): ReceiptError => ({
  code: 'invalid_input',
  message: 'Nothing was stored: not every receipt is as it should be.',
  fields: { text: problems.slice(0, maxProblems) },
});

function problemOf({ issues }: z.ZodError): string {
  const [first] = issues;
  if (!first) return 'it is not as it should be.';
  const field = first.path.map(String).join('.');
  return field === '' ? first.message : `${field}: ${first.message}`;
}
