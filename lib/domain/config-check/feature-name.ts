import type { Span } from './config-key';

/** A feature that configuration can switch, and the clients that list it; `now` is the name to use instead. */
export type FeatureName = Span & { name: string; now: string | null };
