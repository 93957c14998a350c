import { randomUUID } from 'node:crypto';
import { receiveImport } from '#lib/commands/imports/receive-import';
import type { ArrivingFile } from '#lib/commands/imports/stage-file';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { runImport } from '#lib/jobs/run-import';
import { readImport } from '#lib/queries/imports';
import { lines } from './import-lines';

type Options = { dryRun?: boolean; mode?: 'merge' | 'replace'; skipRejected?: boolean; removals?: number };
type Files = Readonly<Record<string, string | Uint8Array>>;

async function* arriving(files: Files): AsyncGenerator<ArrivingFile> {
  for (const [name, content] of Object.entries(files)) yield { field: name, name, bytes: piecesOf(content) };
}

async function* piecesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

/** Sends the files of an import, as a door does. */
export const send = (ctx: Context, files: Files, options: Options = {}) =>
  receiveImport(ctx, { ...options, files: arriving(files) });

/** What the queue does with an import once. */
export const work = (ctx: Context, id: string, jobId: string = randomUUID()) =>
  runImport({ workspaceId: ctx.workspaceId, id }, { id: jobId, now: new Date(), dataDir: '/nowhere' });

/** Sends files, has the job done, and gives the import as it then is. */
export async function importFiles(ctx: Context, files: Files, options: Options = {}) {
  const sent = await send(ctx, files, options);
  if (!sent.ok) throw new Error(sent.error.message);
  await work(ctx, sent.value.id);
  const ended = await readImport(ctx, { id: sent.value.id });
  if (!ended) throw new Error('The import is gone.');
  return ended;
}

/** Files of an import, by their rows. */
export const people = (...rows: string[]) => lines('id,email,name,active', ...rows);
export const groups = (...rows: string[]) => lines('id,name', ...rows);
export const memberships = (...rows: string[]) => lines('group_id,person_id', ...rows);

/** Three people, two groups, three memberships, one of them twice. */
export const small = {
  'people.csv': people(
    'p1,ada@acme.example,Ada,true',
    'p2,Ravi@Acme.example,Ravi,false',
    'p3,mei@acme.example,Mei,',
  ),
  'groups.csv': groups('g1,Platform', 'g2,Data'),
  'memberships.csv': memberships('g1,p1', 'g1,p2', 'g2,p1', 'g2,p1'),
};

/** The people of a workspace as they are stored. */
export const peopleOf = (workspaceId: string) =>
  db.person.findMany({ where: { workspaceId }, orderBy: { id: 'asc' }, omit: { number: true } });
/** Its memberships in words. */
export const pairsOf = async (workspaceId: string) => {
  const rows = await db.groupMember.findMany({
    where: { workspaceId },
    include: { group: true, person: true },
  });
  return rows
    .map(({ group, person, isImported }) => `${group.id} ${person.id}${isImported ? '' : ' by hand'}`)
    .sort();
};
/** Counts of its writes. */
export const stampOf = (workspaceId: string) => db.directoryStamp.findUnique({ where: { workspaceId } });
/** What is staged of its imports. */
export const stagedOf = async (workspaceId: string) => {
  const rows: unknown = await db.$queryRaw`
    select (select count(*)::int from "StagedPerson" where "import" = i."number") as "people",
      (select count(*)::int from "ImportChunk" where "import" = i."number") as "chunks"
    from "DirectoryImport" i where i."workspaceId" = ${workspaceId}::uuid`;
  return rows;
};
