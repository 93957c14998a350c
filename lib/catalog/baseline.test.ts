import { describe, expect, test } from 'vitest';
import { decisionKeys } from '#lib/domain/config/decision-values';
import { decisionsSchema } from '#lib/domain/config/decisions';
import { presetNames } from '#lib/domain/config/presets';
import { decisionTexts, optionTexts, presetTexts } from './baseline';

describe('the texts of the baseline', () => {
  test('every decision has its words, in the order of the schema', () => {
    expect(Object.keys(decisionTexts)).toEqual([...decisionKeys]);
    expect(Object.keys(decisionsSchema.shape)).toEqual([...decisionKeys]);
  });

  test('every preset has one reason for each decision', () => {
    for (const name of presetNames) expect(Object.keys(presetTexts[name].reasons)).toEqual([...decisionKeys]);
  });

  test('every meaning, consequence and reason is one or more whole sentences', () => {
    const options = Object.values(optionTexts).flatMap((option) => Object.values(option));
    const sentences = [
      ...options.flatMap(({ meaning, consequence }) => [meaning, consequence]),
      ...Object.values(presetTexts).flatMap(({ meaning, reasons }) => [meaning, ...Object.values(reasons)]),
    ];

    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
