import 'server-only';
import { z } from 'zod';
import { accessIndex } from '#lib/data/access-index';
import { selectedFrom } from '#lib/domain/rbac/everyone/selection';
import { peopleCsvHead, peopleCsvLine } from '#lib/domain/rbac/people-csv';
import { peopleFilter } from '#lib/domain/rbac/people-filter';
import { csvFile, inChunks } from './csv-file';
import { defineQuery } from './define-query';
import { allPeople } from './people-page';
import { rowsAt } from './people-rows';

/** All the people a filter means, by name, as a CSV file. */
export const readPeopleCsv = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject(peopleFilter),
  output: csvFile,
  async run({ ctx: { workspaceId }, db, input }) {
    const index = await accessIndex(db, { workspaceId });
    const selection = await allPeople(db, index, { ...input, workspaceId });
    const positions = selectedFrom(selection, { from: 0, limit: selection.size });
    const names = new Map(index.facts.groups.map(({ id, name }) => [id, name]));
    return {
      name: 'people.csv',
      chunks: inChunks(peopleCsvHead, positions, async (part) => {
        const rows = await rowsAt(db, index, { workspaceId, positions: part });
        const named = rows.map((row) => ({ ...row, groups: row.groups.map((id) => names.get(id) ?? '') }));
        return named.map(peopleCsvLine).join('');
      }),
    };
  },
});
