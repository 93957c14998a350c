import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveGroup } from '#lib/data/directory';
import { appendMemberships, appendPeople } from '#lib/data/people';
import { changed } from '#lib/domain/audit/audit-event';
import { exampleGroups, examplePopulation, type InventedPerson } from '#lib/domain/example/example-directory';
import type { Person } from '#lib/domain/rbac/directory';
import { ok } from '#lib/domain/result';

/** Adds the example's invented people and their groups, as one entry of the record. */
export const addExampleDirectory = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({}),
  output: z.object({ people: z.int(), groups: z.int() }),
  async run({ ctx, tx }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const people = examplePopulation();
    await appendPeople(tx, { workspaceId, people: people.map(toPerson) });
    const ids = new Map(exampleGroups.map(({ name }) => [name, randomUUID()]));
    for (const { name, source } of exampleGroups) {
      const id = ids.get(name) ?? randomUUID();
      await saveGroup(tx, { workspaceId, id, name, source, version: 1, changedAt, changedBy: actor.name });
    }
    const pairs = people.flatMap(({ id: personId, groups }) =>
      groups.map((name) => ({ groupId: ids.get(name) ?? '', personId })),
    );
    await appendMemberships(tx, { workspaceId, pairs });
    const after = { people: people.length, groups: exampleGroups.length };
    return ok(
      changed(after, { action: 'directory.imported', subject: 'directory:example', before: null, after }),
    );
  },
});

const toPerson = ({ id, name, email, isActive }: InventedPerson): Person => ({
  id,
  name,
  email,
  isActive,
  version: 1,
});
