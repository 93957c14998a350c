import { describe, expect, test } from 'vitest';
import type { Policy } from '#lib/domain/config-policies/policy';
import { policyFiles } from '#lib/domain/config-policies/policy-files';
import { comparePolicies } from './compare-policies';
import { compareVersions } from './compare-versions';

const meta = { workspace: { name: 'Acme', slug: 'acme' }, changedAt: null };
const files = (policies: readonly Policy[]) => policyFiles(policies, meta, () => 'sum');
const policy = (name: string, more: Partial<Policy> = {}): Policy => ({
  ...{ id: name, name, groupIds: ['g1'], text: 'allowed_web_search_modes = ["cached"]\n', version: 1 },
  ...more,
});
/** Every group has ten people, of whom the first policy that names it has all. */
const told = {
  helpOf: (path: string, key: string) =>
    path.startsWith('policies/') && key === 'otel.exporter' ? 'Logs.' : null,
  groupName: (id: string) => (id === 'g1' ? 'Pilots' : id),
  peopleOf: (policies: readonly { groupIds: readonly string[] }[]) =>
    policies.map(
      ({ groupIds }, at) =>
        10 * groupIds.filter((id) => !policies.slice(0, at).some((one) => one.groupIds.includes(id))).length,
    ),
};
const differences = (before: readonly Policy[], after: readonly Policy[]) =>
  comparePolicies(files(before), files(after), told).map(({ path, kind, words }) => [path, kind, words]);
const reaches = 'It reaches 10 people who may use Codex locally.';

describe('what a change of policies means', () => {
  test('a policy that comes is told with its groups, its number, its people and what it requires', () => {
    expect(differences([], [policy('A')])).toEqual([
      [
        'policies/01-a.toml',
        'added',
        [
          'Now there is a policy “A” for the group Pilots, number 1, in place of what is required of everybody else.',
          reaches,
          'Now limits web search to cached.',
        ],
      ],
    ]);
  });

  test('a policy that comes is held against what its people were held to before', () => {
    const base = { path: 'requirements.toml', text: 'allowed_sandbox_modes = ["read-only"]\n' };
    const [change] = comparePolicies([base], [base, ...files([policy('A', { text: '' })])], told);

    expect(change?.words.slice(2)).toEqual([expect.stringMatching(/sandbox/i)]);
  });

  test('a policy that goes is told with whom it reached; those below it have not moved', () => {
    const [a, b] = [policy('A'), policy('B', { groupIds: ['g2'] })];

    expect(differences([a, b], [b])).toEqual([
      [
        'policies/01-a.toml',
        'removed',
        [
          'No longer a policy “A”: its people get the next that names a group of theirs, or requirements.toml.',
          'It reached 10 people who may use Codex locally.',
        ],
      ],
    ]);
  });

  test('another order is told of those that other policies stand above than before', () => {
    const [a, b, c] = [policy('A'), policy('B'), policy('C', { groupIds: ['g3'] })];

    expect(differences([a, b, c], [b, a, c])).toEqual([
      [
        'policies/01-b.toml',
        'changed',
        [
          'The policy “B” is now number 1, before number 2.',
          'It reaches 10 people who may use Codex locally, before 0.',
        ],
      ],
      [
        'policies/02-a.toml',
        'changed',
        [
          'The policy “A” is now number 2, before number 1.',
          'It reaches 0 people who may use Codex locally, before 10.',
        ],
      ],
    ]);
  });

  test('another name and other groups are told, also where the text stays', () => {
    const [change] = comparePolicies(
      files([policy('A')]),
      files([policy('A', { name: 'B', groupIds: ['g2', 'g3'] })]),
      told,
    );

    expect(change).toMatchObject({ path: 'policies/01-b.toml', kind: 'changed', parts: [] });
    expect(change?.words).toEqual([
      'The policy “A” is now called “B”.',
      'Now for the groups g2, g3 as well.',
      'No longer for the group Pilots.',
      'It reaches 20 people who may use Codex locally, before 10.',
    ]);
  });

  test('what a text says is told as for requirements.toml, with the lines that differ', () => {
    const text = 'allowed_web_search_modes = ["cached", "live"]\n[otel]\nexporter = "none"\n';
    const [change] = comparePolicies(files([policy('A')]), files([policy('A', { text })]), told);

    expect(change?.words).toEqual([
      'Now allows web search live.',
      'otel.exporter is now “none”. Logs.',
      reaches,
    ]);
    expect(change?.parts[0]?.map(({ kind, line }) => [kind, line])).toEqual([
      ['removed', 1],
      ['added', 1],
      ['added', 2],
      ['added', 3],
    ]);
  });

  test('what is the same is left out, and policies are no files among the others', () => {
    const same = [policy('A')];

    expect(differences(same, same)).toEqual([]);
    expect(compareVersions([], files(same), () => null)).toEqual([]);
  });
});
