import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import type { IntegrationDefinition, IntegrationKey } from './integration';
import { isWanted } from '#lib/domain/settings/is-wanted';

/**
 * Where an integration stands: the record of who set it up, or left it out on purpose, is the word on it. One
 * that is set up stays in progress while something it needs is missing.
 */
export function integrationStanding(key: IntegrationKey, facts: RolloutFacts): Standing {
  const integration = facts.integrations.get(key);
  if (!integration || integration.state === 'not_set_up') {
    const reason = 'Nobody has set it up yet, or left it out on purpose.';
    return { state: 'todo', reason, version: integration?.version ?? 0, content: null };
  }
  const { version, state, owner, link, note, at, by } = integration;
  const content = { state, owner, link, note, at: at?.toISOString() ?? null, by };
  if (state === 'left_out')
    return { state: 'done', reason: `${by ?? ''} left it out on purpose.`, version, content };
  const missing = whatIsMissing(facts.guide.integrations[key], facts);
  if (missing.length === 0) return { state: 'done', reason: null, version, content };
  return { state: 'in_progress', reason: missing.join(' '), version, content: { ...content, missing } };
}

/** What an integration needs and has not got: one sentence each. */
export function whatIsMissing(definition: IntegrationDefinition, facts: RolloutFacts): string[] {
  const isDecided = (key: string) => (facts.settings.get(key)?.version ?? 0) > 0;
  const label = (key: string) => facts.guide.settings[key]?.label ?? key;
  const off = definition.needsOn.filter((key) => !isWanted(facts, key));
  const open = definition.needsDecided.filter((key) => !isDecided(key));
  return [
    ...off.map((key) => `It needs “${label(key)}”, which is not wanted on.`),
    ...open.map((key) => `Nobody has decided about “${label(key)}”.`),
    ...(definition.needsEnvironment && facts.environments.total === 0
      ? ['It needs an environment, and none is written down.']
      : []),
  ];
}
