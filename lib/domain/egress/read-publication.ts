import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import { readCidr } from './cidr';
import { countOf, findingSentences, type Finding } from './list-findings';
import { maxEntries, maxListBytes, tooLargeWords, tooManyWords } from './list-limits';

/** The ranges of a published file, each once, and when the vendor says it was made; null where it does not. */
export type PublishedRanges = { cidrs: string[]; publishedAt: Date | null };

/** Why a published file cannot be used; nothing of it is taken. */
export type PublicationError = {
  code: 'published_file_unusable';
  message: string;
  findings: readonly Finding[];
  fields: { text: string[] };
};

/** A published file as the vendor shapes it. Further fields are left alone. */
export const publishedFile = z.object({
  creationTime: z.string().optional(),
  prefixes: z.array(z.object({ ipv4Prefix: z.string().optional(), ipv6Prefix: z.string().optional() })),
});

const loosely = z.object({ creationTime: z.unknown().optional(), prefixes: z.array(z.unknown()) });

// Files of this shape leave the zone out and mean UTC.
const instant = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * The ranges of a published file.
 *
 * It is taken whole or not at all: fails with `published_file_unusable` over 1 MB or 50,000 entries, for text
 * that is no such JSON, without any range, with an entry that is not exactly one IPv4 or one IPv6 range on the
 * internet (`readCidr`), and for a time of creation that is none or not in the years 1 to 9999. So half a file never takes a range
 * away.
 */
export function readPublication(text: string): Result<PublishedRanges, PublicationError> {
  if (text.length > maxListBytes || new TextEncoder().encode(text).byteLength > maxListBytes) {
    return unusable(tooLargeWords);
  }
  const file = loosely.safeParse(parsed(text));
  if (!file.success) return unusable('It is no JSON object with a list of “prefixes”.');
  const { creationTime, prefixes } = file.data;
  if (prefixes.length === 0) return unusable('It holds no range.');
  if (prefixes.length > maxEntries) return unusable(tooManyWords(prefixes.length));
  const publishedAt = creationTime === undefined ? null : instantOf(creationTime);
  if (publishedAt === undefined) return unusable('Its “creationTime” is no time.');

  const ranges = readPrefixes(prefixes);
  return ranges.ok ? ok({ cidrs: ranges.value, publishedAt }) : ranges;
}

function readPrefixes(prefixes: readonly unknown[]): Result<string[], PublicationError> {
  const findings: Finding[] = [];
  const cidrs = new Set<string>();
  for (const [index, prefix] of prefixes.entries()) {
    const cidr = readPrefix(prefix);
    if (cidr.ok) cidrs.add(cidr.value);
    else findings.push({ line: index + 1, message: cidr.error.message });
  }
  if (findings.length === 0) return ok([...cidrs]);
  return unusable(`${countOf(findings.length, 'Entry')} cannot be used.`, findings);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function instantOf(value: unknown): Date | undefined {
  const match = typeof value === 'string' ? instant.exec(value) : null;
  if (!match) return undefined;
  const [, seconds = '', fraction = '', zone = 'Z'] = match;
  // A day that its month does not have is read as one of the next month, so what was read is compared.
  const written = new Date(`${seconds}Z`);
  const at = new Date(`${seconds}${fraction.slice(0, 4)}${zone}`);
  const isTime = [written, at].every((one) => isStorable(one));
  return isTime && written.toISOString().startsWith(seconds) ? at : undefined;
}

/** Whether a time is one, in a year that can be stored: 1 to 9999. */
const isStorable = (at: Date) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999;

const prefixEntry = z.union([
  z.object({ ipv4Prefix: z.string(), ipv6Prefix: z.undefined().optional() }),
  z.object({ ipv6Prefix: z.string(), ipv4Prefix: z.undefined().optional() }),
]);

const noPrefix = err({
  code: 'prefix_malformed',
  message: 'There is not exactly one IPv4 or IPv6 range here.',
});

function readPrefix(entry: unknown): Result<string, { code: string; message: string }> {
  const prefix = prefixEntry.safeParse(entry).data;
  if (!prefix) return noPrefix;
  const { ipv4Prefix, ipv6Prefix } = prefix;
  if (ipv4Prefix !== undefined) return ipv4Prefix.includes(':') ? noPrefix : readCidr(ipv4Prefix);
  return ipv6Prefix?.includes(':') ? readCidr(ipv6Prefix) : noPrefix;
}

function unusable(message: string, findings: readonly Finding[] = []) {
  const sentences = findings.length === 0 ? [message] : findingSentences(findings, 'Entry');
  return err({
    code: 'published_file_unusable',
    message: `${message} The file was refused whole; nothing was stored.`,
    findings,
    fields: { text: sentences },
  });
}
