import 'server-only';
import { db } from '#lib/data/db';
import { findExampleId } from '#lib/data/workspaces';
import type { Context } from '#lib/domain/context';

/** Whether this installation holds the example. */
export const isExampleThere = async (): Promise<boolean> => (await findExampleId(db)) !== null;

/** Whether the caller's workspace is the example. */
export const isExample = async ({ workspaceId }: Context): Promise<boolean> =>
  (await findExampleId(db)) === workspaceId;
