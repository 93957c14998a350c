import { createInterface } from 'node:readline';
import { accessIndex } from '#lib/data/access-index';
import { db } from '#lib/data/db';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { textAt } from '#lib/domain/rbac/everyone/text-column';

/**
 * Another process of the product: keeps its own index of everybody, and says for each line it reads (the id of a
 * workspace) what everybody there may do, by id. Ends with its input.
 */
for await (const workspaceId of createInterface({ input: process.stdin })) {
  const { population, everyone, rules } = await accessIndex(db, { workspaceId });
  const said = Array.from(population.numbers, (_, at) => [
    textAt(population.ids, at),
    Object.fromEntries(levelsIn(everyone.masks, at * rules.bits.words, rules.bits)),
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(said))}\n`);
}
await db.$disconnect();
