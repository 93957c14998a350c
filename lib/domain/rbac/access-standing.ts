import { acceptanceContent, acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import type { AccessFacts } from './access-facts';
import { namesWords, peopleWords } from './counted';
import { lossBasis, lossWords } from './default-loss';
import { expectationsStanding } from './expectations/expectations-standing';
import { grantedKeys } from './grants';
import { gradualGroups } from './gradual-groups';

/** What one task of Step 2 looks at. */
export type AccessPart =
  'defaults' | 'roles' | 'assignment' | 'resolution' | 'lost-defaults' | 'gradual' | 'expectations';

type Found = Omit<Standing, 'version'>;

/** Where a task about roles, groups and people stands. */
export function accessStanding(part: AccessPart, facts: RolloutFacts): Standing {
  if (part === 'expectations') return expectationsStanding(facts);
  const { model, defaults, roles, groups } = facts.access;
  const version = [model, defaults, ...roles, ...groups].reduce((sum, one) => sum + one.version, 0);
  return { ...find[part](facts), version };
}

const find: Readonly<Record<Exclude<AccessPart, 'expectations'>, (facts: RolloutFacts) => Found>> = {
  defaults: ({ access: { defaults } }) => {
    if (defaults.version > 0) return { state: 'done', reason: null, content: defaults.permissions };
    return todo('Nobody has said yet what people without a custom role may do.');
  },

  roles: ({ access: { roles } }) => {
    const granting = roles.filter(({ permissions }) => grantedKeys(permissions).length > 0);
    const content = roles.map(({ id, permissions }) => ({ id, permissions }));
    if (granting.length > 0) return { state: 'done', reason: null, content };
    if (roles.length === 0) return todo('There is no custom role yet.');
    return { state: 'in_progress', reason: 'No custom role grants anything yet.', content };
  },

  assignment: ({ access: { roles, groups } }) => {
    if (roles.length === 0) return todo('There is no custom role to assign yet.');
    const assigned = new Set(groups.flatMap(({ roleIds }) => roleIds));
    const open = roles.filter(({ id }) => !assigned.has(id)).map(({ name }) => name);
    const content = assignments({ groups });
    if (open.length === 0) return { state: 'done', reason: null, content };
    return { state: 'in_progress', reason: `Not assigned to any group: ${namesWords(open)}.`, content };
  },

  resolution: ({ access }) => {
    const withRoles = access.groups.filter(({ roleIds }) => roleIds.length > 0);
    if (withRoles.length === 0) return todo('No group has a custom role yet.');
    const content = {
      model: access.model.model,
      groups: withRoles.map(({ id, roleIds, people }) => ({ id, roleIds, isEmpty: people === 0 })),
    };
    const empty = withRoles.filter(({ people }) => people === 0).map(({ name }) => name);
    if (empty.length > 0) {
      const reason = `With a custom role, but nobody active in it: ${namesWords(empty)}.`;
      return { state: 'in_progress', reason, content };
    }
    return { state: 'done', reason: severalWords(access), content };
  },

  'lost-defaults': lostDefaultsStanding,

  gradual: ({ access, guide }) => {
    const { users, admins, limit } = gradualGroups(access, guide.permissions);
    const content = {
      users: users.map(({ id }) => id),
      admins: admins.map(({ id, isSmall }) => ({ id, isSmall })),
    };
    const missing = [
      ...(users.length > 0 ? [] : ['a group whose role grants the use of Codex without its administration']),
      ...(admins.length > 0 ? [] : ['a small group whose role grants the administration of Codex']),
    ];
    if (missing.length === 2)
      return todo('There is no group for the use of Codex, and none for its administration.');
    if (missing.length > 0)
      return { state: 'in_progress', reason: `Still missing: ${missing.join()}.`, content };
    if (admins.some(({ isSmall }) => isSmall)) return { state: 'done', reason: null, content };
    const large = admins.map(({ name, people }) => `${name} (${peopleWords(people)})`);
    const reason = `Too large to administer Codex: ${namesWords(large)}; at most ${peopleWords(limit)}.`;
    return { state: 'in_progress', reason, content };
  },
};

const todo = (reason: string): Found => ({ state: 'todo', reason, content: null });

const assignments = ({ groups }: Pick<AccessFacts, 'groups'>) =>
  groups.filter(({ roleIds }) => roleIds.length > 0).map(({ id, roleIds }) => ({ id, roleIds }));

function severalWords({ profiles }: AccessFacts): string {
  const several = profiles.filter(({ roleIds }) => roleIds.length > 1);
  const people = several.reduce((sum, profile) => sum + profile.people, 0);
  if (people === 0) return 'Nobody has several custom roles.';
  const have = people === 1 ? 'has' : 'have';
  return `${peopleWords(people)} ${have} several custom roles, and the most that any of them allows.`;
}

function lostDefaultsStanding(facts: RolloutFacts): Found {
  const { access, guide } = facts;
  const words = lossWords(access, guide.permissions);
  const content = { lost: lossBasis(access), accepted: acceptanceContent('access.lost_defaults', facts) };
  if (words !== null) {
    const { state, acceptance, reason } = acceptanceStatus('access.lost_defaults', facts);
    if (state === 'standing') {
      return { state: 'done', reason: `${words} ${acceptance.by} accepted it.`, content };
    }
    return { state: 'in_progress', reason: acceptance ? `${words} ${reason}` : words, content };
  }
  if (access.defaults.version === 0) {
    return todo('It is known once the workspace defaults are set and people have custom roles.');
  }
  if (!access.profiles.some(({ roleIds }) => roleIds.length > 0)) {
    return todo('It is known once somebody has a custom role.');
  }
  return { state: 'done', reason: 'Nobody with a custom role goes without a workspace default.', content };
}
