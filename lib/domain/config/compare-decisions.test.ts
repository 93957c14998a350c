import { describe, expect, test } from 'vitest';
import { changedDecisions } from './compare-decisions';
import { presets } from './presets';

describe('changedDecisions', () => {
  test('names only what is decided otherwise, in the order of the guide', () => {
    expect(changedDecisions(presets.standard, presets.strict)).toEqual([
      'sandbox',
      'webSearch',
      'mcp',
      'telemetry',
    ]);
  });

  test('nothing changes between equal decisions', () => {
    expect(changedDecisions(presets.standard, structuredClone(presets.standard))).toEqual([]);
  });

  test('everything changes where nothing was decided', () => {
    expect(changedDecisions(null, presets.strict)).toEqual([
      'approval',
      'sandbox',
      'webSearch',
      'mcp',
      'telemetry',
    ]);
  });
});
