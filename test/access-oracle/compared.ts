import type { ComparedAccess } from '#lib/domain/rbac/everyone/changed-people';
import { difference } from '#lib/domain/rbac/everyone/difference';
import { resolveEveryone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { compileRules } from '#lib/domain/rbac/everyone/rule-book';
import { applyChanges, type AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { bookOf, compiled, populationOf } from './columns';
import { groupId, personId, type World } from './world';

/** An invented workspace, and what changes would make of it. */
export function comparedOf(world: World, changes: readonly AccessChange[]): ComparedAccess {
  const [population, rules, book] = [populationOf(world), compiled(world), bookOf(world)];
  const everyone = resolveEveryone(population, rules, world.model);
  const groups = new Map(world.groups.map((_, at) => [groupId(at), at]));
  const people = new Map(world.people.map((_, at) => [personId(at), at]));
  const whatIf = applyChanges(book, changes, {
    group: (id) => groups.get(id) ?? -1,
    person: (id) => people.get(id) ?? -1,
  });
  const found = difference({
    population,
    models: { before: world.model, after: whatIf.after.model },
    before: { rules, everyone },
    after: compileRules(whatIf.after, rules.bits),
    edits: whatIf.edits,
  });
  const positionOf = (number: number) => (number < population.count ? number : -1);
  return { index: { population, book, rules, everyone, positionOf }, whatIf, found };
}
