import 'server-only';
import type { Db } from './db';

/** Counts one fetch of a file with a token. */
export async function saveTokenFetch(
  db: Db,
  { tokenId, release, file, now }: { tokenId: string; release: number; file: string; now: Date },
): Promise<void> {
  await db.$executeRaw`
    insert into "TokenFetch" as f ("tokenId", "release", "file", "times", "lastAt")
    values (${tokenId}::uuid, ${release}, ${file}, 1, ${now}::timestamptz)
    on conflict ("tokenId", "release", "file") do update
    set "times" = f."times" + 1, "lastAt" = greatest(f."lastAt", excluded."lastAt")`;
}
