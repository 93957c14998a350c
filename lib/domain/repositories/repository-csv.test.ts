import { describe, expect, test } from 'vitest';
import { importCounts, planImport } from './plan-import';
import type { Repository } from './repository';
import { maxImportRows, readRepositoryCsv, writeRepositoryCsv } from './repository-csv';

const web: Repository = { id: 'w', name: 'acme/web', connector: 'allowed', codeReview: 'on', version: 3 };
let ids = 0;
const newId = () => `new-${(ids += 1)}`;

describe('readRepositoryCsv', () => {
  test('columns go by their names, in any order and writing', () => {
    expect(readRepositoryCsv('Code_Review;REPOSITORY;Connector\nAutomatic;acme/web;not_allowed')).toEqual({
      rows: [{ line: 2, name: 'acme/web', connector: 'not_allowed', codeReview: 'automatic' }],
      faults: [],
    });
  });

  test('without a first line of names the columns are name, connector, code review', () => {
    expect(readRepositoryCsv('acme/web,allowed,Follow personal preferences\nacme/api')).toEqual({
      rows: [
        { line: 1, name: 'acme/web', connector: 'allowed', codeReview: 'personal' },
        { line: 2, name: 'acme/api', connector: null, codeReview: null },
      ],
      faults: [],
    });
  });

  test.each<[string, string, number, string | null, RegExp]>([
    ['a name GitHub would not take', 'name\nacme', 2, 'name', /owner\/name/],
    ['a formula in place of a name', 'name\n=HYPERLINK("x")', 2, null, /quotation mark/],
    ['a formula without quotes', 'name\n=1+1', 2, 'name', /owner\/name/],
    ['a word that is no connector state', 'acme/web,maybe', 1, 'connector', /allowed or not allowed/],
    ['a word that is no review state', 'acme/web,,always', 1, 'code review', /off, on, automatic, personal/],
    ['a name twice', 'acme/web\nACME/WEB', 2, 'name', /line 1 already/],
    ['a column nobody knows', 'name,owner\nacme/web,me', 1, '2', /not known/],
    ['a column twice', 'name,name\nacme/web,x', 1, '2', /twice/],
    ['a cell without a column', 'acme/web,,,x', 1, '4', /no column/],
    ['a file of nothing', '\n,,\n', 1, null, /no repository/],
    ['a file of names of columns alone', 'name,connector\n', 1, null, /no repository/],
  ])('%s is told with its line, column and reason', (_, text, ...where) => {
    const [line, column, reason] = where;
    const { faults } = readRepositoryCsv(text);

    expect(faults).toEqual([{ line, column, reason: expect.stringMatching(reason) as string }]);
  });

  test('a bad line does not hide the good ones, and each bad cell of a line is told', () => {
    const { rows, faults } = readRepositoryCsv('acme/web\nacme,maybe,always\nacme/api');

    expect(rows.map(({ name }) => name)).toEqual(['acme/web', 'acme/api']);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 'name'],
      [2, 'connector'],
      [2, 'code review'],
    ]);
  });

  test('more repositories than one file may hold are refused at once', () => {
    const text = Array.from({ length: maxImportRows + 1 }, (_, index) => `acme/r${index}`).join('\n');

    expect(readRepositoryCsv(text)).toMatchObject({ rows: [], faults: [{ line: maxImportRows + 1 }] });
  });

  test('what is written can be read again as it was', () => {
    const all: Repository[] = [
      web,
      { ...web, id: 'a', name: 'acme/api', connector: 'not_allowed', codeReview: 'personal' },
    ];
    const { rows, faults } = readRepositoryCsv(writeRepositoryCsv(all));

    expect(faults).toEqual([]);
    expect(importCounts(planImport(all, rows, newId))).toEqual({ added: 0, changed: 0, unchanged: 2 });
  });
});

describe('planImport', () => {
  test('empty cells leave what is stored, and begin a new repository closed', () => {
    const { rows } = readRepositoryCsv('ACME/web,,automatic\nacme/new');

    expect(planImport([web], rows, () => 'n')).toEqual([
      {
        line: 1,
        change: 'changed',
        before: web,
        after: { ...web, name: 'ACME/web', codeReview: 'automatic', version: 4 },
      },
      {
        line: 2,
        change: 'added',
        before: null,
        after: { id: 'n', name: 'acme/new', connector: 'not_allowed', codeReview: 'off', version: 1 },
      },
    ]);
  });
});
