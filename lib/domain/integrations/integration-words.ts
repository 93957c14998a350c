import { z } from 'zod';
import { idOf, taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';
import { integrationKeys, integrationStates, type IntegrationState } from './integration';

const stored = z.object({ state: z.enum(integrationStates) });

const stateWords: Readonly<Record<IntegrationState, string>> = {
  not_set_up: 'not set up',
  set_up: 'set up',
  left_out: 'left out on purpose',
};

/** Words of the events about integrations. */
export const integrationWordings: Readonly<Record<string, Wording>> = {
  'integration.set': ({ subject, after }, guide) => {
    const state = stored.safeParse(after).data?.state;
    const key = integrationKeys.find((one) => one === idOf(subject));
    if (!state || !key) return null;
    const taskId = taskDecidedBy(guide, (by) => by.kind === 'integration' && by.key === key);
    return [
      'recorded ',
      { label: `the ${guide.integrations[key].label} integration`, taskId },
      ` as ${stateWords[state]}`,
    ];
  },
};
