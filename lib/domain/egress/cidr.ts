import { normalizeCidr, parseCidr } from 'cidr-tools';
import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import { specialRanges } from './special-ranges';

/** Why a text is no range that may stand in a list. */
export type CidrError = {
  code: 'cidr_malformed' | 'cidr_host_bits' | 'cidr_too_wide' | 'cidr_special';
  message: string;
};

const cidrV4 = z.cidrv4();
const cidrV6 = z.cidrv6();
const longestText = 60;

/** The widest ranges that are believed: more would open the list to half the internet. */
const widest = { 4: 8, 6: 16 } as const;

type Span = { version: 4 | 6; start: bigint; end: bigint };

const special = specialRanges.map(({ cidr, what }) => ({ what, ...spanOf(cidr) }));

function spanOf(cidr: string): Span {
  const { version, start, end } = parseCidr(cidr);
  return { version, start, end };
}

const overlap = (a: Span, b: Span) => a.version === b.version && a.start <= b.end && b.start <= a.end;

/**
 * A range of addresses that are given out on the internet, in its one spelling: IPv6 short and in lower case.
 *
 * Fails with `cidr_malformed` for text that is no IPv4 or IPv6 range (a length is needed; no zeros before
 * numbers, no zone, no IPv4 inside IPv6), `cidr_host_bits` for one that does not begin where its length says,
 * which names the one that does, `cidr_too_wide` for more than a /8 of IPv4 or a /16 of IPv6, and
 * `cidr_special` for one that touches a private, loopback, link-local, shared, documentation, multicast or
 * otherwise reserved range.
 */
export function readCidr(text: string): Result<string, CidrError> {
  if (!isCidr(text)) return malformed(text);
  const cidr = normalizeCidr(text);
  const { prefix, ...span } = parseCidr(text);
  if (Number(prefix) < widest[span.version]) {
    return err({
      code: 'cidr_too_wide',
      message: `${text} is too wide: at most a /${widest[span.version]} is taken.`,
    });
  }
  if (span.start !== parseCidr(addressOf(text)).start) {
    return err({ code: 'cidr_host_bits', message: `${text} does not begin a range. Write ${cidr}.` });
  }
  const touched = special.find((one) => overlap(one, span));
  if (touched) {
    return err({ code: 'cidr_special', message: `${text} is ${touched.what}, not on the internet.` });
  }
  return ok(cidr);
}

/** The same, where a bare address stands for a range of one. */
export function readCidrOrAddress(text: string): Result<string, CidrError> {
  const cidr = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  return isCidr(cidr) ? readCidr(cidr) : malformed(text);
}

/** Whether `address` is one that the internet can reach: no private, loopback, link-local or reserved one. */
export const isPublicAddress = (address: string): boolean =>
  !address.includes('/') && readCidrOrAddress(address).ok;

const malformed = (text: string) =>
  err({ code: 'cidr_malformed', message: `“${shown(text)}” is no IP range.` });

const addressOf = (cidr: string) => cidr.slice(0, cidr.indexOf('/'));

function isCidr(text: string): boolean {
  if (text.length > longestText) return false;
  if (text.includes(':')) return !text.includes('.') && cidrV6.safeParse(text).success;
  return cidrV4.safeParse(text).success;
}

const shown = (text: string) => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);
