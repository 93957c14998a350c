import type { Address } from './statements';

/**
 * A change of one key. `path` is its dotted name, part by part; `toml` its new value as TOML writes it, `table` an
 * empty table by header, and null takes the key away with everything under it.
 */
export type TomlEdit = { path: Address; toml: string | null | { kind: 'table' } };
