import { describe, expect, test } from 'vitest';
import { links } from '#lib/catalog/links';
import { settings } from '#lib/catalog/settings';
import { orderAddresses, orderLabels, orderPlaces } from './label-era';

describe('orderLabels', () => {
  test('the guide’s label stands first, the newer ones beneath with their dates', () => {
    const { first, others } = orderLabels(settings['codex.cloud'], '2026-03');

    expect(first).toBe('Allow members to use Codex cloud');
    expect(others.map(({ label, since }) => `${label}, ${since.words}`)).toEqual([
      'Use Codex in the cloud, autumn 2026',
    ]);
  });

  test('with autumn first the newer label stands first and the guide’s beneath', () => {
    const { first, others } = orderLabels(settings['codex.cloud'], '2026-09');

    expect(first).toBe('Use Codex in the cloud');
    expect(others).toMatchObject([
      { label: 'Allow members to use Codex cloud', since: { words: 'March 2026' } },
    ]);
  });

  test('where nothing newer is known the guide’s label stays first', () => {
    expect(orderLabels(settings['codex.slack_answers'], '2026-09').first).toBe(
      settings['codex.slack_answers'].label,
    );
  });

  test('no label is lost in either order', () => {
    for (const setting of Object.values(settings)) {
      const all = (era: '2026-03' | '2026-09') => {
        const { first, others } = orderLabels(setting, era);
        return [first, ...others.map(({ label }) => label)].toSorted();
      };
      expect(all('2026-09')).toEqual(all('2026-03'));
    }
  });
});

describe('orderAddresses', () => {
  test.each([
    ['2026-03', links.guide.url],
    ['2026-09', 'https://learn.chatgpt.com/docs/enterprise/admin-setup'],
  ] as const)('with %s first the guide is opened at %s', (era, url) => {
    const { first, others } = orderAddresses(links.guide, era);

    expect(first.url).toBe(url);
    expect(others).toHaveLength(1);
  });

  test('an address that never moved stays', () => {
    expect(orderAddresses(links.rbac, '2026-09').first.url).toBe(links.rbac.url);
  });
});

test('the way through the console ends at the label that stands first', () => {
  expect(orderPlaces(settings['codex.cloud'], '2026-09')).toEqual([
    'Workspace settings',
    'Permissions & roles',
    'Use Codex in the cloud',
  ]);
  expect(orderPlaces(settings['codex.cloud'], '2026-03').at(0)).toBe('Workspace Settings');
});
