import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { ownerOf, type Standing } from '#lib/domain/rollout/standing';
import { settingStatus, type SettingStatus } from './setting-status';
import { neverWritten, type Confirmation } from './setting';

/** Where the task of the toggle `key` stands, with what blocks it or how long it waits. */
export function settingStanding(key: string, facts: RolloutFacts): Standing {
  const status = settingStatus(key, facts);
  const setting = facts.settings.get(key) ?? neverWritten(key);
  const definition = facts.guide.settings[key];
  const { wanted, version, confirmation } = setting;
  return {
    state: status.state,
    reason: status.reason,
    version,
    content: version === 0 ? null : { wanted, confirmation: said(confirmation) },
    toggle: definition ? { definition, setting } : null,
    ...links(status, facts),
  };
}

const said = (confirmation: Confirmation | null) =>
  confirmation && { ...confirmation, at: confirmation.at.toISOString() };

function links(status: SettingStatus, facts: RolloutFacts): Pick<Standing, 'waitingUntil' | 'blockedBy'> {
  if (status.state === 'waiting') return { waitingUntil: status.until };
  if (status.state !== 'blocked') return {};
  const required = facts.guide.settings[status.required];
  if (!required) return {};
  const { row, label, duty } = required;
  const before = settingStatus(status.required, facts);
  return {
    waitingUntil: before.state === 'waiting' ? before.until : null,
    blockedBy: { key: status.required, row, label, owner: ownerOf(duty, facts) },
  };
}
