import { describe, expect, test } from 'vitest';
import type { PermissionCatalog } from './permission';
import type { ResolutionModel } from './resolution-model';
import { renderMatrix, roleMatrix, whatDiffers } from './role-matrix';

const entry = (label: string, area: string, levels?: readonly string[]) => ({
  label,
  area,
  toggle: null,
  perRole: 'stated' as const,
  codex: null,
  source: 'test',
  ...(levels ? { levels } : {}),
});
const catalog: PermissionCatalog = {
  'codex.local': entry('Use Codex Local', 'Codex'),
  'gpts.share': entry('GPTs: share', 'GPTs', ['Team', 'Workspace']),
  'gpts.use': entry('GPTs: use', 'GPTs'),
};
const book = (model: ResolutionModel) => ({
  model: { model, version: 1 },
  defaults: { permissions: { 'gpts.share': 2, 'gpts.use': true }, version: 1 },
  roles: [
    { id: 'a', name: 'Pilot', permissions: { 'codex.local': true, 'gpts.share': 1 }, version: 1 },
    {
      id: 'b',
      name: 'A|B_c',
      permissions: { 'codex.local': false, 'gpts.use': true, old: true },
      version: 1,
    },
  ],
});
const signsIn = (model: ResolutionModel) =>
  roleMatrix(book(model), catalog).areas.flatMap(({ area, rows }) =>
    rows.map(({ key, said }) => [area, key, ...said.map(({ sign }) => sign)]),
  );

describe('the matrix of roles', () => {
  test('in the guide’s model what is off or not mentioned is not granted', () => {
    expect(signsIn('guide-2026-03')).toEqual([
      ['Codex', 'codex.local', '–', '✓', '–'],
      ['GPTs', 'gpts.share', 'Workspace', 'Team', '–'],
      ['GPTs', 'gpts.use', '✓', '–', '✓'],
      ['Retired', 'old', '–', '–', '✓'],
    ]);
  });

  test('in the tri-state model an off is told from what follows the workspace defaults', () => {
    expect(signsIn('tri-state')).toEqual([
      ['Codex', 'codex.local', '–', '✓', '⊘'],
      ['GPTs', 'gpts.share', 'Workspace', 'Team', '(Workspace)'],
      ['GPTs', 'gpts.use', '✓', '(✓)', '✓'],
      ['Retired', 'old', '–', '(–)', '✓'],
    ]);
  });

  test('what differs leaves out what every column grants alike, however it is said', () => {
    const left = whatDiffers(roleMatrix(book('tri-state'), catalog));

    expect(left.areas.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual([
      'codex.local',
      'gpts.share',
      'old',
    ]);
  });

  test('as Markdown each area is a row of its own, and names keep what Markdown would take', () => {
    expect(renderMatrix(roleMatrix(book('tri-state'), catalog))).toBe(
      [
        '| Permission | Workspace defaults | Pilot | A\\|B\\_c |',
        '| --- | --- | --- | --- |',
        '| **Codex** |  |  |  |',
        '| Use Codex Local | Not granted | On | Off |',
        '| **GPTs** |  |  |  |',
        '| GPTs: share | Workspace | Team | Default: Workspace |',
        '| GPTs: use | On | Default: On | On |',
        '| **Retired** |  |  |  |',
        '| old (retired) | Not granted | Default: Not granted | On |',
        '',
      ].join('\n'),
    );
  });

  test('without a role the workspace defaults stand alone', () => {
    const { columns, areas } = roleMatrix({ ...book('guide-2026-03'), roles: [] }, catalog);

    expect(columns).toEqual(['Workspace defaults']);
    expect(areas[0]?.rows[0]?.said).toHaveLength(1);
    expect(whatDiffers({ columns, areas }).areas).toEqual([]);
  });
});
