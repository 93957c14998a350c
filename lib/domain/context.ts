import type { AppRole, TokenScope } from './authorization/can';

/** The door a call came through; stored with every audit event. */
export type Door = 'screen' | 'api' | 'cli' | 'job' | 'start';

/** Who acts. `appRole` is `visitor` while nobody has signed in, `system` for the product's own work. */
export type Actor = {
  /** Member id, or `visitor` / `system`. */
  id: string;
  /** Account that signed in; null for the system, and for a visitor who has not. */
  accountId: string | null;
  name: string;
  appRole: AppRole | 'visitor' | 'system';
  /** What the API token that calls may be used for; left out where no token calls. */
  scope?: TokenScope;
};

/** Caller of one request: who, in which workspace, when, through which door. */
export type Context = {
  workspaceId: string;
  actor: Actor;
  now: Date;
  requestId: string;
  via: Door;
  /** When the API token that calls ends; null where it has no end, and where no token calls. */
  tokenEndsAt?: Date | null;
  /** The API token that calls; left out where none does. */
  tokenId?: string;
};
