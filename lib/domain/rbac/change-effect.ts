import { profileAccess, type AccessFacts } from './access-facts';
import { compareAccess } from './compare-access';

/** Defaults and roles: what sets of roles resolve against. */
type Book = Pick<AccessFacts, 'defaults' | 'roles'>;

/** People whose roles change in the same way; null stands for people without any access. */
export type Cohort = {
  people: number;
  /** The first few by name. */
  names: readonly string[];
  before: readonly string[] | null;
  after: readonly string[] | null;
};

/** Whom one kind of effect meets; the first few by name. */
export type Met = { people: number; names: readonly string[] };

/** Whom one kind of effect meets, and which permissions it is about. */
export type EffectPart = Met & { permissions: readonly string[] };

/** What a change would do to people's access. Somebody may lose, gain and leave the default at once. */
export type ChangeEffect = {
  losses: EffectPart;
  /** The workspace defaults applied and no longer do. */
  leavesDefault: Met;
  gains: EffectPart;
  /** People the change was looked at for, whose access stays as it is. */
  unchanged: number;
};

const namesShown = 5;
const nobody: Met = { people: 0, names: [] };
const nothing: EffectPart = { ...nobody, permissions: [] };

/** What becomes of the access of `cohorts` when `before` becomes `after`. */
export function changeEffect(cohorts: readonly Cohort[], before: Book, after: Book): ChangeEffect {
  let effect: ChangeEffect = { losses: nothing, leavesDefault: nobody, gains: nothing, unchanged: 0 };
  for (const cohort of cohorts) {
    const { losses, gains, leavesDefault } = compareAccess(
      accessOf(cohort.before, before),
      accessOf(cohort.after, after),
    );
    const isChanged = losses.length > 0 || gains.length > 0 || leavesDefault;
    effect = {
      losses: losses.length > 0 ? joined(effect.losses, cohort, losses) : effect.losses,
      leavesDefault: leavesDefault ? met(effect.leavesDefault, cohort) : effect.leavesDefault,
      gains: gains.length > 0 ? joined(effect.gains, cohort, gains) : effect.gains,
      unchanged: effect.unchanged + (isChanged ? 0 : cohort.people),
    };
  }
  return effect;
}

function accessOf(roleIds: readonly string[] | null, book: Book) {
  if (roleIds === null) return { usesDefault: false, granted: new Set<string>() };
  const { usesDefault, permissions } = profileAccess({ roleIds }, book);
  return { usesDefault, granted: new Set(permissions) };
}

const met = (part: Met, { people, names }: Cohort): Met => ({
  people: part.people + people,
  names: [...part.names, ...names].slice(0, namesShown),
});

const joined = (part: EffectPart, cohort: Cohort, permissions: readonly string[]): EffectPart => ({
  ...met(part, cohort),
  permissions: [...new Set([...part.permissions, ...permissions])],
});
