import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissionKeys, permissions } from '#lib/catalog/permissions';
import { customerId } from '#lib/domain/rbac/customer-id';
import { expectationKinds, type Expectation } from './expectation';
import { parseExpectationsYaml, refuseAtLines, renderExpectationsYaml } from './expectations-yaml';
import { readExpectations } from './read-expectations';

const groups = [
  { id: 'g-1', name: 'Contractors' },
  { id: 'g-2', name: 'Platform: team #1' },
  { id: 'g-3', name: 'platform' },
  { id: 'g-4', name: 'PLATFORM' },
];
const known = { groups, permissions, before: [], newId: () => 'new' };
const names = { groups, permissions };

function read(text: string) {
  const parsed = parseExpectationsYaml(text);
  if (!parsed.ok) return parsed;
  const list = readExpectations(parsed.value.drafts, known);
  return list.ok ? list : { ok: false as const, error: refuseAtLines(list.error.faults, parsed.value) };
}

const lines = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.error.lines.map(({ line, message }) => [line, message]);
};

describe('expectations as YAML', () => {
  test('are written with their sentences, by id', () => {
    const list: Expectation[] = [
      {
        id: 'a1',
        kind: 'nobody',
        group: 'g-1',
        groupName: 'Contractors',
        permission: 'codex.cloud',
        people: null,
      },
      { id: 'b2', kind: 'atMost', group: null, groupName: null, permission: 'codex.administer', people: 12 },
    ];

    expect(renderExpectationsYaml({ list, version: 3 }, names)).toBe(
      [
        '# What people may and may not do here. Send it back to change the list.',
        '',
        'version: 3',
        'expectations:',
        '  # No one in Contractors may use Codex cloud',
        '  - id: a1',
        '    nobody:',
        '      group: g-1',
        '      may: codex.cloud',
        '  # At most 12 people may administer Codex',
        '  - id: b2',
        '    atMost:',
        '      people: 12',
        '      may: codex.administer',
        '',
      ].join('\n'),
    );
  });

  test('are read from a bare list, with groups by name', () => {
    expect(read('- nobody: {group: contractors, may: codex.cloud}\n')).toMatchObject({
      ok: true,
      value: [
        { id: 'new', kind: 'nobody', group: 'g-1', groupName: 'Contractors', permission: 'codex.cloud' },
      ],
    });
  });

  test.each([
    ['no YAML', 'expectations:\n  - nobody: {group: a\n  - x', 3],
    ['a word nobody knows', '- nobody: {group: g-1, may: codex.cloud}\n- no one: {may: codex.cloud}', 2],
    [
      'two sentences in one',
      '- everyone: {may: codex.local}\n- nobody: {may: codex.cloud}\n  everyone: {may: codex.cloud}',
      2,
    ],
    ['an unknown group', '- nobody:\n    may: codex.cloud\n    group: Nobody\n', 3],
    ['a name that two groups have', '- nobody:\n    group: Platform\n    may: codex.cloud\n', 2],
    ['an unknown permission', 'version: 1\nexpectations:\n  - nobody:\n      may: codex.everything\n', 4],
    ['no number', '- atMost: {may: codex.administer}', 1],
    ['a number that is none', '- atMost:\n    people: twelve\n    may: codex.administer', 2],
    ['the same twice', '- nobody: {may: codex.cloud}\n- nobody: {may: codex.cloud}\n', 2],
    ['no list', 'just words', 1],
    ['a tag', '- !!js/function foo\n', 1],
  ])('%s is refused at its line', (_, text, line) => {
    expect(lines(text)[0]?.[0]).toBe(line);
  });

  test.each([
    ['brackets', '['.repeat(50_000)],
    ['hyphens', '- '.repeat(50_000)],
    ['indents', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['aliases', `- &a [x]\n${'- [*a, *a, *a, *a]\n'.repeat(200)}`],
  ])('a bomb of %s is refused and hurts nobody', (_, text) => {
    expect(parseExpectationsYaml(text)).toMatchObject({ ok: false, error: { code: 'invalid_yaml' } });
  });

  const anyExpectation: fc.Arbitrary<Expectation> = fc
    .record({
      id: fc.stringMatching(/^[\w-]{1,12}$/),
      kind: fc.constantFrom(...expectationKinds),
      group: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { nil: null }),
      permission: fc.constantFrom(...permissionKeys),
      people: fc.nat(1000),
    })
    .filter(({ group }) => group === null || customerId.safeParse(group).data === group)
    .map((one) => ({
      ...one,
      group: one.kind === 'only' ? (one.group ?? 'g') : one.group,
      groupName: null,
      people: one.kind === 'atMost' ? one.people : null,
    }));

  test('what is written is read again as it was, whatever the groups are called', () => {
    fc.assert(
      fc.property(fc.array(anyExpectation, { maxLength: 8 }), fc.nat(1000), (list, version) => {
        const parsed = parseExpectationsYaml(renderExpectationsYaml({ list, version }, names));
        if (!parsed.ok) throw new Error(parsed.error.message);
        expect(parsed.value.version).toBe(version);
        expect(parsed.value.drafts).toEqual(list.map(({ groupName: _, ...said }) => said));
      }),
    );
  });
});
