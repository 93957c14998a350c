import type { Guide } from '#lib/domain/rollout/step';
import { guideRows } from './guide-rows';
import { links } from './links';
import { ownerDuties } from './owners';
import { settings } from './settings';
import { steps } from './steps';

/** The guide as of March 2026: all that states, screens and the API derive from. */
export const guide = {
  version: '2026-03',
  link: links.guide,
  rows: guideRows,
  steps,
  settings,
  duties: ownerDuties,
} as const satisfies Guide;
