import { isSet, word } from './columns';
import { losingDefaults } from './losing';
import { levelAt } from './permission-bits';
import { groupsAt, type Population } from './population';
import type { Everyone } from './resolve-everyone';
import type { CompiledRules, RuleBook } from './rule-book';
import { both, isSelected, others, select, selectPositions, type Selection } from './selection';

/** Everybody with what they may do, as far as a choice among them needs it. */
export type People = { population: Population; book: RuleBook; rules: CompiledRules; everyone: Everyone };

/** Those in the group of an id, active or not. */
export function inGroup({ population, book }: People, id: string): Selection {
  const group = book.groups.findIndex((one) => one.id === id);
  return select(population.count, (at) => group >= 0 && groupsAt(population, at).includes(group));
}

/** Active people who have the role of an id, by a group or directly. */
export function withRole({ population, book }: People, id: string): Selection {
  const role = book.roles.findIndex((one) => one.id === id);
  const gives = Uint8Array.from(book.groups, ({ roles }) => Number(roles.includes(role)));
  const direct = book.model === 'tri-state' ? population.directRoles : new Map<number, number[]>();
  return select(
    population.count,
    (at) =>
      isSet(population.isActive, at) &&
      (groupsAt(population, at).some((group) => isSet(gives, group)) ||
        (direct.get(at)?.includes(role) ?? false)),
  );
}

/** Those who have a permission at `level` or more. */
export function withPermission(
  { population, rules, everyone }: People,
  { permission, level }: { permission: string; level: number },
): Selection {
  const place = rules.bits.places.get(permission);
  if (!place) return selectPositions(population.count, []);
  const { words } = rules.bits;
  return select(population.count, (at) => levelAt(everyone.masks, at * words, place) >= level);
}

/** The population with nobody active but those who have a permission at any level, to count among them alone. */
export function populationWith(people: People, permission: string): Population {
  const having = withPermission(people, { permission, level: 1 });
  const isActive = Uint8Array.from({ length: people.population.count }, (_, at) =>
    Number(isSelected(having, at)),
  );
  return { ...people.population, isActive };
}

/** Active people who do not have a permission at any level. */
export function withoutPermission(people: People, permission: string): Selection {
  const having = withPermission(people, { permission, level: 1 });
  return both(ofActivity(people, true), others(people.population.count, having));
}

/** Active people who go without something that the workspace defaults give. */
export const leavingDefaults = ({ population, everyone, rules }: People): Selection =>
  selectPositions(population.count, losingDefaults(population, everyone, rules));

/** Those who are active, or those who are not. */
export const ofActivity = ({ population }: People, isActive: boolean): Selection =>
  select(population.count, (at) => isSet(population.isActive, at) === isActive);

/** Active people whose mask is `mask`. */
export function withMask({ population, rules, everyone }: People, mask: Uint32Array): Selection {
  const { words } = rules.bits;
  const isSame = (at: number) =>
    mask.every((bits, index) => bits === word(everyone.masks, at * words + index));
  return select(population.count, (at) => isSet(population.isActive, at) && isSame(at));
}
