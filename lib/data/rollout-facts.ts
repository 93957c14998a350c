import 'server-only';
import { z } from 'zod';
import { everyOwner, type Owner } from '#lib/domain/owners/owner';
import type { Setting } from '#lib/domain/settings/setting';
import { configurationRow, neverConfigured, type Configuration } from './configurations';
import type { Db } from './db';
import { ownerRow } from './owners';
import { decisionRow, neverDecided, type RecordedDecision } from './rollout-decisions';
import { confirmationRow, toSettings, wishRow } from './settings';

/** All that is stored of one workspace's rollout. */
export type StoredRollout = {
  decision: RecordedDecision;
  owners: Owner[];
  settings: Map<string, Setting>;
  configuration: Configuration;
};

const factsRow = z.object({
  decision: decisionRow.nullable(),
  owners: z.array(ownerRow),
  wishes: z.array(wishRow),
  confirmations: z.array(confirmationRow),
  configuration: configurationRow.nullable(),
});

/**
 * All that is stored of one workspace's rollout, in one statement.
 *
 * Every page of a workspace needs it; five statements cost the app five times as much of its processor.
 */
export async function findStoredRollout(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<StoredRollout> {
  const rows: unknown = await db.$queryRaw`
    select
      (select to_json(d) from "RolloutDecision" d where d."workspaceId" = w.id) as "decision",
      (select coalesce(json_agg(o), '[]') from "Owner" o where o."workspaceId" = w.id) as "owners",
      (select coalesce(json_agg(s), '[]') from "WorkspaceSetting" s where s."workspaceId" = w.id) as "wishes",
      (select coalesce(json_agg(c), '[]') from (
        select distinct on ("key") "key", "state", "note", "link", "restsOn", "at", "by"
        from "SettingConfirmation" where "workspaceId" = w.id order by "key", "id" desc
      ) c) as "confirmations",
      (select to_json(f) from "Configuration" f where f."workspaceId" = w.id) as "configuration"
    from (select ${workspaceId}::uuid as id) w`;
  const [row] = z.tuple([factsRow]).parse(rows);
  return {
    decision: row.decision ?? neverDecided,
    owners: everyOwner(row.owners),
    settings: toSettings(row.wishes, row.confirmations),
    configuration: row.configuration ?? neverConfigured,
  };
}
