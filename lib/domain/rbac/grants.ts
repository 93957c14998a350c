/** What is said of one permission: on, off (the tri-state model alone knows it), or a level, 1 being the least. */
export type Grant = boolean | number;

/** What a role or the workspace defaults say, by permission; of what is not in it nothing is said. */
export type Grants = Readonly<Record<string, Grant>>;

/** The level that a grant gives: 0 where it is off or nothing is said, 1 where it is on. */
export const levelOf = (grant: Grant | undefined): number => Number(grant ?? 0);

/** The permissions that are granted, at whatever level, in the order of `grants`. */
export const grantedKeys = (grants: Grants): string[] =>
  Object.keys(grants).filter((key) => levelOf(grants[key]) > 0);

/** Grants that say of each of `keys` that it is on. */
export const allOn = (keys: readonly string[]): Grants => Object.fromEntries(keys.map((key) => [key, true]));

/** Whether the same is said of the same permissions. */
export function sameGrants(one: Grants, other: Grants): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && one[key] === other[key])
  );
}
