import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accessIndex } from '#lib/data/access-index';
import { judge } from '#lib/data/expectations';
import { loadFacts } from '#lib/data/load-facts';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import {
  expectationsView,
  resultView,
  toExpectationsView,
} from '#lib/domain/rbac/expectations/expectation-views';
import { expectationSentence } from '#lib/domain/rbac/expectations/expectation-words';
import { openExpectations } from '#lib/domain/rbac/expectations/expectations-standing';
import { renderExpectationsYaml } from '#lib/domain/rbac/expectations/expectations-yaml';
import { defineQuery } from './define-query';

/** What is expected of access, in order, and of each whether it holds: how many people break it and the first of them. */
export const readExpectations = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: expectationsView.extend({ results: z.array(resultView) }),
  async run({ ctx, db }) {
    const { workspaceId } = ctx;
    const [facts, index] = await Promise.all([loadFacts(ctx, db), accessIndex(db, { workspaceId })]);
    const { expectations, access, guide } = facts;
    const { ids, names } = index.population;
    const open = new Set(openExpectations(facts).map(({ id }) => id));
    const verdicts = judge(expectations.list, index);
    return {
      ...toExpectationsView(expectations),
      results: expectations.list.map((one, at) => ({
        id: one.id,
        sentence: expectationSentence(one, { groups: access.groups, permissions: guide.permissions }),
        holds: one.holds,
        accepted: !one.holds && !open.has(one.id),
        count: one.count,
        people: (verdicts[at]?.people ?? []).map((place) => ({
          id: textAt(ids, place),
          name: textAt(names, place),
        })),
        problem: one.problem,
      })),
    };
  },
});

/** What is expected of access as a file of YAML. */
export const readExpectationsFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ name: z.string(), text: z.string(), sha256: z.string() }),
  async run({ ctx, db }) {
    const { expectations, access, guide } = await loadFacts(ctx, db);
    const text = renderExpectationsYaml(expectations, {
      groups: access.groups,
      permissions: guide.permissions,
    });
    return { name: 'expectations.yaml', text, sha256: createHash('sha256').update(text).digest('hex') };
  },
});
