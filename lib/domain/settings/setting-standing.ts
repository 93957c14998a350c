import { acceptanceContent } from '#lib/domain/acceptances/acceptance-status';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { ownerOf, type Blocker, type Standing } from '#lib/domain/rollout/standing';
import { settingStatus, type SettingStatus } from './setting-status';
import { neverWritten, type Confirmation, type SettingDefinition } from './setting';

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
    content:
      version === 0 ? null : { wanted, confirmation: said(confirmation), ...riskSaid(definition, facts) },
    toggle: definition ? { definition, setting } : null,
    ...links(key, status, facts),
  };
}

const said = (confirmation: Confirmation | null) =>
  confirmation && { ...confirmation, at: confirmation.at.toISOString() };

/** What a signature covers of a risk that has to be accepted. */
function riskSaid(definition: SettingDefinition | undefined, facts: RolloutFacts): object {
  const subject = definition?.riskToAccept ?? null;
  return subject === null ? {} : { accepted: acceptanceContent(subject, facts) };
}

function riskBlocker(key: string, facts: RolloutFacts): Blocker | null {
  const definition = facts.guide.settings[key];
  const subject = definition?.riskToAccept ?? null;
  if (!definition || subject === null) return null;
  const label = facts.guide.acceptances[subject]?.label ?? subject;
  return { key: subject, row: definition.row, label, owner: ownerOf('governance', facts) };
}

function links(
  key: string,
  status: SettingStatus,
  facts: RolloutFacts,
): Pick<Standing, 'waitingUntil' | 'blockedBy'> {
  if (status.state === 'waiting') return { waitingUntil: status.until };
  if (status.state !== 'blocked') return {};
  if (status.required === null) return { blockedBy: riskBlocker(key, facts) };
  const required = facts.guide.settings[status.required];
  if (!required) return {};
  const { row, label, duty } = required;
  const before = settingStatus(status.required, facts);
  return {
    waitingUntil: before.state === 'waiting' ? before.until : null,
    blockedBy: { key: status.required, row, label, owner: ownerOf(duty, facts) },
  };
}
