import 'server-only';
import { createSuggestedGroups } from '#lib/commands/access/create-suggested-groups';
import { setGroupMembers } from '#lib/commands/access/set-group-members';
import { setWorkspaceDefaults } from '#lib/commands/access/set-workspace-defaults';
import { createDraft } from '#lib/commands/drafts/create-draft';
import { setExpectations } from '#lib/commands/expectations/set-expectations';
import { recordCheck } from '#lib/commands/validation/record-check';
import { planWave } from '#lib/commands/waves/plan-wave';
import { db } from '#lib/data/db';
import { listGroupRoles, listMemberIds, listRoles } from '#lib/data/directory';
import type { Context } from '#lib/domain/context';
import { addExampleDirectory } from './add-example-directory';
import { day, dayFrom, moment, type Moment } from './moment';

async function groupNamed({ workspaceId }: Context, name: string) {
  const group = (await listGroupRoles(db, { workspaceId })).find((one) => one.name === name);
  if (!group) throw new Error(`The example has no group ${name}.`);
  return group;
}

async function roleNamed({ workspaceId }: Context, name: string) {
  const role = (await listRoles(db, { workspaceId })).find((one) => one.name === name);
  if (!role) throw new Error(`The example has no role ${name}.`);
  return role.id;
}

/** `count` people of a group, after the first `skip`. */
async function someOf(ctx: Context, name: string, { skip = 0, count }: { skip?: number; count: number }) {
  const { id } = await groupNamed(ctx, name);
  const ids = await listMemberIds(db, { workspaceId: ctx.workspaceId, id });
  return ids.slice(skip, skip + count);
}

async function membersOf(ctx: Context, name: string, personIds: readonly string[]) {
  const { id, version } = await groupNamed(ctx, name);
  return { id, people: personIds, version };
}

/** Roles and groups: the pilot is in them, and some of it loses what the workspace defaults gave. */
export const accessStory: readonly Moment[] = [
  moment(15 * day - 30, 'devi', addExampleDirectory, {}),
  moment(12 * day, 'mara', setWorkspaceDefaults, {
    permissions: { 'codex.local': true, 'gpts.use': true, 'projects.create': true },
    version: 0,
  }),
  moment(12 * day - 20, 'mara', createSuggestedGroups, { keepDefaults: false }),
  moment(11 * day, 'devi', setGroupMembers, async (ctx: Context) =>
    membersOf(ctx, 'Codex Users', [
      ...(await someOf(ctx, 'Platform', { count: 24 })),
      ...(await someOf(ctx, 'Data', { count: 12 })),
    ]),
  ),
  moment(11 * day - 5, 'devi', setGroupMembers, async (ctx: Context) =>
    membersOf(ctx, 'Codex Admin', await someOf(ctx, 'Platform', { count: 3 })),
  ),
  moment(5 * day, 'mara', setExpectations, {
    expectations: [
      { nobody: { group: 'Contractors', may: 'codex.cloud' } },
      { atMost: { people: 12, may: 'codex.administer' } },
      { only: { group: 'Codex Users', may: 'codex.cloud' } },
    ],
    version: 0,
  }),
  moment(1 * day, 'devi', createDraft, async (ctx: Context) => ({
    name: 'Wave 2, Payments',
    changes: [
      {
        kind: 'group-role-added',
        group: (await groupNamed(ctx, 'Payments')).id,
        role: await roleNamed(ctx, 'Codex Users'),
      },
    ],
  })),
];

/** Step 6, begun: one system looked at, the pilot planned. */
export const validationStory: readonly Moment[] = [
  moment(3 * day, 'devi', recordCheck, {
    id: 'validate.local_sign_in',
    item: 'linux',
    outcome: 'as_expected',
    observed: 'Signed in with ChatGPT on a pilot machine; the first answer came.',
    version: 0,
  }),
  moment(3 * day - 12, 'devi', recordCheck, {
    id: 'validate.local_sign_in',
    item: 'windows',
    outcome: 'differs',
    observed: 'The proxy breaks the browser’s way back to the CLI.',
    note: 'Asked the network team to let localhost:1455 pass.',
    version: 0,
  }),
  moment(2 * day, 'mara', planWave, async (ctx: Context) => ({
    name: 'Pilot',
    groupIds: [(await groupNamed(ctx, 'Codex Users')).id],
    size: 36,
    startsOn: dayFrom(ctx.now, 7),
    endsOn: dayFrom(ctx.now, 21),
  })),
];
