import 'server-only';
import { z } from 'zod';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { canonicalJson } from '#lib/domain/audit/chain';
import type { Decisions } from '#lib/domain/config/decisions';
import { errorsIn, type DraftErrors } from '#lib/domain/config-text/draft-errors';
import { draftFindings } from '#lib/domain/config-text/draft-findings';
import type { LoginRestriction } from '#lib/domain/login/login-restriction';
import { Prisma } from '#prisma-client';
import { findConfigDraft } from './config-draft';
import type { Db } from './db';
import { onePart } from './facts-part';
import { sha256 } from './sha256';

type Here = { workspaceId: string };

/** The oldest client of the fleet; null until somebody said. */
export const oldestClientPart = onePart(
  Prisma.sql`select "oldest" from "FleetClients" where "workspaceId" = w.id`,
  z.object({ oldest: z.string() }).nullable(),
);

/** All that the errors of a draft follow from. `texts` are the sums of those that somebody wrote, by file. */
export type ErrorGround = {
  decisions: Decisions | null;
  login: LoginRestriction | null;
  texts: readonly (readonly [file: string, sha256: string])[];
  oldest: string | null;
};

/** Drafts whose errors are kept; the one that was not asked for longest goes first. */
const most = 64;

// safe because the key is ours alone
const holder = globalThis as { slipwayDraftErrors?: Map<string, DraftErrors> };

/** Kept on the global object, because each bundle has its own modules. */
const kept: Map<string, DraftErrors> = (holder.slipwayDraftErrors ??= new Map());

/** The same drafts have the same sum, in any workspace, and so the same errors. */
const sumOf = ({ oldest, texts, ...form }: ErrorGround) =>
  sha256(canonicalJson({ ...form, texts: Object.fromEntries(texts), oldest: oldest ?? newestClient }));

/**
 * The errors in the configuration files of a workspace. `ground` is what the caller has just read: every page needs
 * the answer, so the texts are read only where nobody asked about the same ones before.
 */
export async function findDraftErrors(
  db: Db,
  { workspaceId, ground }: Here & { ground: ErrorGround },
): Promise<DraftErrors> {
  if (!ground.decisions) return {};
  const sum = sumOf(ground);
  const known = kept.get(sum);
  if (known) return keep(sum, known);
  const { draft, texts, configuration, login } = await findConfigDraft(db, { workspaceId });
  if (!draft) return {};
  const oldestClient = ground.oldest ?? newestClient;
  const errors = errorsIn(draftFindings(draft, { oldestClient, catalogue: keyCatalogue }));
  // Somebody may have written since `ground` was read: kept under that sum, their errors would be another draft's.
  const read = {
    decisions: configuration.decisions,
    login: login.restriction,
    texts: [...texts].map(([file, { sha256: textSum }]) => [file, textSum] as const),
    oldest: ground.oldest,
  };
  return keep(sumOf(read), errors);
}

function keep(sum: string, errors: DraftErrors): DraftErrors {
  kept.delete(sum);
  kept.set(sum, errors);
  for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest);
  return errors;
}
