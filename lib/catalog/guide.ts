import type { Guide } from '#lib/domain/rollout/step';
import { acceptances } from './acceptances';
import { channels } from './channels';
import { guideRows } from './guide-rows';
import { integrations } from './integrations';
import { links } from './links';
import { dutyDefinitions } from './owners';
import { permissions } from './permissions';
import { reportingAreas } from './reporting-areas';
import { settings } from './settings';
import { steps } from './steps';
import { userInstructions } from './user-instructions';

/** The guide as of March 2026: all that states, screens and the API derive from. */
export const guide = {
  version: '2026-03',
  link: links.guide,
  rows: guideRows,
  steps,
  settings,
  duties: dutyDefinitions,
  channels,
  reportingAreas,
  integrations,
  instructions: userInstructions,
  acceptances,
  permissions,
} as const satisfies Guide;
