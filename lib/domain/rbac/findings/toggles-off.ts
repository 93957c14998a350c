import { profileAccess } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { appliesTo } from '#lib/domain/rollout/decision';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

/** Permissions that people have and whose toggle somebody decided to have off: granted, and without effect. */
export function findTogglesOff({ access, guide, settings, decision }: RolloutFacts): Finding[] {
  const granted = new Map<string, number>();
  for (const profile of access.profiles) {
    for (const key of profileAccess(profile, access).levels.keys()) {
      granted.set(key, (granted.get(key) ?? 0) + profile.people);
    }
  }
  return Object.entries(guide.permissions).flatMap(([key, { label, toggle }]): Finding[] => {
    const people = granted.get(key) ?? 0;
    const setting = toggle === null ? undefined : settings.get(toggle);
    const definition = toggle === null ? undefined : guide.settings[toggle];
    const isDecidedOff = setting !== undefined && setting.version > 0 && !setting.wanted;
    if (people === 0 || !isDecidedOff || !definition || !appliesTo(definition.surface, decision.surfaces))
      return [];
    return [
      {
        id: findingId('toggle_off', key),
        kind: 'toggle_off',
        severity: 'warning',
        title: `${label} is granted, but the toggle is off`,
        reason: `Roles or the workspace defaults give it to ${peopleWords(people)}; it has no effect while the toggle is not wanted on.`,
        fix: { words: 'Open the toggle', at: { kind: 'toggle', key: setting.key } },
        people,
        basis: null,
        taskId: 'roles.custom',
      },
    ];
  });
}
