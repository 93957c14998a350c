import { groupsAt } from './population';
import { withPermission, type People } from './select-people';
import { isSelected } from './selection';

/** How many people something is about, and in how many groups they are. */
export type Reach = { people: number; groups: number };

/** Everybody who has a permission at any level, and the groups they are in. */
export function reachOf(people: People, permission: string): Reach {
  const having = withPermission(people, { permission, level: 1 });
  const { population } = people;
  const groups = new Set<number>();
  for (let at = 0; at < population.count; at += 1) {
    if (isSelected(having, at)) for (const group of groupsAt(population, at)) groups.add(group);
  }
  return { people: having.size, groups: groups.size };
}

/** The reach as the end of a sentence: "412 people in 3 groups". */
export function reachWords({ people, groups }: Reach): string {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
  return `${counted(people, 'person', 'people')} in ${counted(groups, 'group', 'groups')}`;
}
