import type { MeasureSuggestion } from '#lib/domain/measures/measure';

/**
 * Measures to start with. The guide asks what success looks like and names none; these, and their targets, are
 * a proposal of ours to be changed.
 */
export const measureSuggestions: readonly MeasureSuggestion[] = [
  {
    name: 'People enabled for Codex local who used it this week',
    unit: '%',
    direction: 'at_least',
    target: 60,
    source: 'Analytics Dashboard',
    why: 'Adoption: of those who may, how many do.',
  },
  {
    name: 'People enabled for Codex cloud who used it this week',
    unit: '%',
    direction: 'at_least',
    target: 40,
    source: 'Analytics Dashboard',
    why: 'Adoption: of those who may, how many do.',
  },
  {
    name: 'Turns per active person and week',
    unit: 'turns',
    direction: 'at_least',
    target: 20,
    source: 'Analytics API, usage',
    why: 'Depth: whether people come back to it.',
  },
  {
    name: 'Code reviews rated up',
    unit: '%',
    direction: 'at_least',
    target: 70,
    source: 'Analytics API, code review responses',
    why: 'Review: whether its findings help.',
  },
  {
    name: 'Machines that show the managed policy in force',
    unit: '%',
    direction: 'at_least',
    target: 95,
    source: 'Local telemetry or device management',
    why: 'Control: whether what was decided arrives.',
  },
  {
    name: 'People who work with an API key',
    unit: 'people',
    direction: 'at_most',
    target: 0,
    source: 'Local telemetry, auth_mode',
    why: 'Control: their work is in no compliance export.',
  },
  {
    name: 'Days between compliance exports',
    unit: 'days',
    direction: 'at_most',
    target: 7,
    source: 'The exporter’s own log',
    why: 'Audit: after 30 days data is lost.',
  },
];
