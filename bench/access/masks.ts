// Permissions as bits, by the bench's own count: a permission takes as many bits as it has levels, and level n sets
// the first n, so that "or" is the maximum. Two words hold them all.
import { levelOf, type Grants } from '#lib/domain/rbac/grants';
import type { Enterprise } from './enterprise';

/** What groups and defaults give, two words each, as numbers and as one 64-bit integer. */
export type Masks = { groups: Uint32Array; hasRole: Uint8Array; defaults: Uint32Array; bits: Bits };

/** Permission -> the lowest of its bits, from 0 to 63. */
export type Bits = ReadonlyMap<string, number>;

export function bitsOf({ levels }: Enterprise): Bits {
  const bits = new Map<string, number>();
  let next = 0;
  for (const [key, count] of levels) {
    bits.set(key, next);
    next += count;
  }
  if (next > 63) throw new Error('More bits than an integer of PostgreSQL has.');
  return bits;
}

/** What is granted, as one integer. */
export const integerOf = (said: Grants, bits: Bits): bigint =>
  Object.entries(said).reduce(
    (mask, [key, grant]) => mask | (((1n << BigInt(levelOf(grant))) - 1n) << BigInt(bits.get(key) ?? 0)),
    0n,
  );

/** The masks of an enterprise. */
export function masksOf(enterprise: Enterprise): Masks {
  const bits = bitsOf(enterprise);
  const roles = enterprise.roles.map((said) => integerOf(said, bits));
  const groups = new Uint32Array(enterprise.groups.length * 2);
  enterprise.groups.forEach((own, group) => {
    const mask = own.reduce((sum, role) => sum | (roles[role] ?? 0n), 0n);
    groups.set(wordsOf(mask), group * 2);
  });
  return {
    groups,
    hasRole: Uint8Array.from(enterprise.groups, (own) => Number(own.length > 0)),
    defaults: wordsOf(integerOf(enterprise.defaults, bits)),
    bits,
  };
}

/** The two words of an integer. */
export const wordsOf = (mask: bigint): Uint32Array =>
  Uint32Array.of(Number(mask & 0xffffffffn), Number((mask >> 32n) & 0xffffffffn));

/** The integer of two words. */
export const integerAt = (masks: Uint32Array, at: number): bigint =>
  BigInt(masks[at * 2] ?? 0) | (BigInt(masks[at * 2 + 1] ?? 0) << 32n);
