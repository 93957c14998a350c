import type { AppRole } from '#lib/domain/authorization/can';

/** A person with an account in one workspace, as the record holds it. */
export type Member = {
  id: string;
  name: string;
  email: string;
  appRole: AppRole;
  /** First instant without access; null = no end. */
  endsAt: Date | null;
  /** Since when access is taken away; null = has access. */
  deactivatedAt: Date | null;
  version: number;
};
