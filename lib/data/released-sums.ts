import 'server-only';
import { z } from 'zod';
import type { ReleasedSums } from '#lib/domain/receipts/compare-receipt';
import type { Db } from './db';

type Here = { workspaceId: string };

/** The sums of a release's files; `number` is its own. */
export type NumberedSums = ReleasedSums & { number: number };

const row = z.object({
  number: z.number(),
  sha256: z.string(),
  files: z.array(z.object({ path: z.string(), sum: z.string() })),
});

/**
 * The sums of the files of releases that are laid down on machines: of those with these numbers, as far as they were
 * released, and of the one released last, which comes first. Empty where nothing was released. One statement; the texts
 * stay in the database.
 */
export async function listReleasedSums(
  db: Db,
  { workspaceId, numbers }: Here & { numbers: readonly number[] },
): Promise<NumberedSums[]> {
  const rows = await db.$queryRaw`
    select v."number", v."sha256", (
      select coalesce(json_agg(json_build_object('path', f->>'path',
        'sum', encode(sha256(convert_to(f->>'text', 'UTF8')), 'hex')) order by n), '[]')
      from jsonb_array_elements(v."files") with ordinality e(f, n)
      where f->>'path' in ('requirements.toml', 'managed_config.toml', 'config.toml')
        or f->>'path' like 'rules/%.rules' or f->>'path' like 'skills/%'
    ) as "files"
    from (
      select "number", "at", row_number() over (order by "at" desc, "number" desc) as "place"
      from "ConfigRelease" where "workspaceId" = ${workspaceId}::uuid
    ) r
    join "ConfigVersion" v on v."workspaceId" = ${workspaceId}::uuid and v."number" = r."number"
    where r."place" = 1 or r."number" = any (${[...numbers]}::int[])
    order by r."place"`;
  return z
    .array(row)
    .parse(rows)
    .map(({ number, sha256, files }) => ({
      ...{ number, sha256 },
      files: new Map(files.map(({ path, sum }) => [path, sum])),
    }));
}
