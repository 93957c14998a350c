import type { Guide } from '#lib/domain/rollout/step';
import { acceptances } from './acceptances';
import { guideRows } from './guide-rows';
import { links } from './links';
import { dutyDefinitions } from './owners';
import { permissions } from './permissions';
import { settings } from './settings';
import { steps } from './steps';

/** The guide as of March 2026: all that states, screens and the API derive from. */
export const guide = {
  version: '2026-03',
  link: links.guide,
  rows: guideRows,
  steps,
  settings,
  duties: dutyDefinitions,
  acceptances,
  permissions,
} as const satisfies Guide;
