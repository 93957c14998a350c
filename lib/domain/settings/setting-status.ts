import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { riskNotAccepted } from './accepted-risk';
import { differsFromWanted, isStale, neverWritten, type Setting, type SettingDefinition } from './setting';

const MS_PER_MINUTE = 60_000;

/** Where a toggle stands, with the one reason that decides it. */
export type SettingStatus = { reason: string | null } & (
  | { state: 'todo' | 'stale' | 'in_progress' | 'done' }
  /** `required` is the first toggle it needs that is not done itself; null where its risk is not accepted. */
  | { state: 'blocked'; required: string | null }
  | { state: 'waiting'; until: Date }
);

/**
 * Where the toggle `key` stands, as if its surface were part of the rollout.
 *
 * The first that holds decides: nothing wanted yet; confirmed for another
 * wish; wanted on while a toggle it needs is not on and done itself; wanted on while its risk is not accepted;
 * not confirmed, or confirmed to differ; confirmed on, but the vendor's delay is not over; done. A key the guide does not know is `todo`.
 */
export function settingStatus(key: string, facts: RolloutFacts): SettingStatus {
  const definition = facts.guide.settings[key];
  const setting = facts.settings.get(key) ?? neverWritten(key);
  if (!definition) return { state: 'todo', reason: 'The guide no longer knows this toggle.' };
  if (setting.version === 0) return { state: 'todo', reason: 'Nobody has said whether it is wanted.' };
  if (isStale(setting)) return { state: 'stale', reason: staleReason(setting) };

  const required = setting.wanted && definition.requires.find((other) => !isOnAndDone(other, facts));
  if (required) return { state: 'blocked', required, reason: blockedReason(required, facts) };
  const unaccepted = setting.wanted ? riskNotAccepted(key, facts) : null;
  if (unaccepted !== null) return { state: 'blocked', required: null, reason: unaccepted };
  return confirmedStatus(setting, definition, facts.now);
}

// INVARIANT: no toggle needs itself over others; the catalogue's test keeps that, so this ends.
function isOnAndDone(key: string, facts: RolloutFacts): boolean {
  return facts.settings.get(key)?.wanted === true && settingStatus(key, facts).state === 'done';
}

function confirmedStatus(setting: Setting, definition: SettingDefinition, now: Date): SettingStatus {
  const { wanted, confirmation } = setting;
  if (!confirmation) {
    return { state: 'in_progress', reason: `Wanted ${onOff(wanted)}, not confirmed yet.` };
  }
  if (differsFromWanted(setting)) {
    const reason = `Wanted ${onOff(wanted)}; ${confirmation.by} found it ${confirmation.state}.`;
    return { state: 'in_progress', reason };
  }
  const { delayMinutes } = definition;
  if (!wanted || delayMinutes === null) return { state: 'done', reason: null };
  const until = new Date(confirmation.at.getTime() + delayMinutes * MS_PER_MINUTE);
  if (now >= until) return { state: 'done', reason: null };
  return {
    state: 'waiting',
    until,
    reason: `It may take up to ${delayMinutes} minutes to appear in ChatGPT.`,
  };
}

const onOff = (isOn: boolean) => (isOn ? 'on' : 'off');

function staleReason({ wanted, confirmation }: Setting): string {
  const before = onOff(!wanted);
  return `${confirmation?.by ?? 'Somebody'} confirmed it while ${before} was wanted; now ${onOff(wanted)} is.`;
}

function blockedReason(required: string, { guide }: RolloutFacts): string {
  const definition = guide.settings[required];
  return definition
    ? `${definition.row} ${definition.label} is not done yet.`
    : `${required} is not done yet.`;
}
