/** The name of somebody else's version of a thing, for a conflict. */
export const nameOf = (current: unknown): string =>
  current !== null && typeof current === 'object' && 'name' in current ? String(current.name) : 'removed';
