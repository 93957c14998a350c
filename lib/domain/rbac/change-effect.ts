import type { Difference } from './everyone/difference';
import { levelsIn } from './everyone/permission-bits';
import type { Population } from './everyone/population';
import type { CompiledRules } from './everyone/rule-book';
import { textAt } from './everyone/text-column';

/** Whom one kind of effect meets, and which permissions it is about. */
export type EffectPart = { people: number; names: readonly string[]; permissions: readonly string[] };

/** What a change would do to people's access. Somebody may lose, gain and leave the default at once. */
export type ChangeEffect = {
  losses: EffectPart;
  /** The workspace defaults applied and no longer do. */
  leavesDefault: Omit<EffectPart, 'permissions'>;
  gains: EffectPart;
  /** Active people whose access stays as it is. */
  unchanged: number;
};

const namesShown = 5;

/** A difference in sums and first names. */
export function changeEffect(
  found: Difference,
  population: Population,
  { bits }: Pick<CompiledRules, 'bits'>,
): ChangeEffect {
  const part = (places: Int32Array) => ({
    people: places.length,
    names: Array.from(places.subarray(0, namesShown), (place) =>
      textAt(population.names, found.people[place] ?? -1),
    ),
  });
  const active = population.isActive.reduce((sum, one) => sum + one, 0);
  return {
    losses: { ...part(found.losses), permissions: [...levelsIn(found.lost, 0, bits).keys()] },
    leavesDefault: part(found.leavesDefault),
    gains: { ...part(found.gains), permissions: [...levelsIn(found.gained, 0, bits).keys()] },
    unchanged: active - found.people.length,
  };
}
