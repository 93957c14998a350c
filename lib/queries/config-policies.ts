import 'server-only';
import { z } from 'zod';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { accessIndex } from '#lib/data/access-index';
import { findConfigDraft } from '#lib/data/config-draft';
import { listPolicies } from '#lib/data/config-policies';
import { findFleet } from '#lib/data/clients';
import { findingSchema } from '#lib/domain/config-check/finding';
import { draftTexts } from '#lib/domain/config-text/draft-findings';
import { emptyDraft } from '#lib/domain/config-text/config-draft';
import { textView } from '#lib/domain/config-text/text-view';
import { leftOut } from '#lib/domain/config-policies/left-out';
import { policyFindings, type LookedBeside } from '#lib/domain/config-policies/policy-findings';
import { placementFinding, reachOf } from '#lib/domain/config-policies/policy-reach';
import { defineQuery } from './define-query';

const policyInList = z.object({
  id: z.string(),
  name: z.string(),
  /** `name` is null for a group that the directory no longer holds. */
  groups: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  text: z.string(),
  version: z.int(),
  /** Active people in its groups. */
  people: z.int(),
  /** Those of them who match no policy above it: whom it reaches. */
  reached: z.int(),
  placement: z.array(placementFinding),
  /** What to know about its text, as a policy from the cloud. */
  findings: z.array(findingSchema),
});

/** As doors hand them out. */
const cloudFindings = (text: string, beside: LookedBeside) => [...policyFindings(text, beside)];

/** The policies for groups in their order, whom each reaches, and what to know about them. */
export const readConfigPolicies = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    policies: z.array(policyInList),
    /** Active people whom no policy names: they get the base policy, which is requirements.toml of the draft. */
    base: z.object({ people: z.int(), findings: z.array(findingSchema) }),
    /** Active people who match several policies and get the first alone. */
    several: z.int(),
  }),
  async run({ ctx, db }) {
    const { workspaceId } = ctx;
    const [policies, index, { draft }, { oldest }] = await Promise.all([
      listPolicies(db, { workspaceId }),
      accessIndex(db, { workspaceId }),
      findConfigDraft(db, { workspaceId }),
      findFleet(db, { workspaceId }),
    ]);
    const { population, stored } = index;
    const reaches = reachOf(policies, { population, groups: stored.groups });
    const names = new Map(stored.groups.map(({ id, name }) => [id, name]));
    const beside = { draft: draft ?? emptyDraft, oldestClient: oldest, catalogue: keyCatalogue };
    return {
      policies: policies.map(({ id, name, groupIds, text, version }, at) => {
        const { people = 0, first = 0, findings = [] } = reaches.policies[at] ?? {};
        const groups = groupIds.map((group) => ({ id: group, name: names.get(group) ?? null }));
        const free = leftOut(text, draftTexts(beside.draft)['requirements.toml']);
        const placement = [...findings, ...(free ? [free] : [])];
        return {
          ...{ id, name, groups, text, version, people, reached: first, placement },
          findings: cloudFindings(text, beside),
        };
      }),
      base: {
        people: reaches.base,
        findings: draft ? cloudFindings(draftTexts(draft)['requirements.toml'], beside) : [],
      },
      several: reaches.several,
    };
  },
});

/** One policy with its text, for its page and for whoever changes it. */
export const readConfigPolicy = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    groupIds: z.array(z.string()),
    place: z.int(),
    version: z.int(),
    text: z.string(),
    findings: z.array(findingSchema),
  }),
  async run({ ctx, db, input: { id } }) {
    const list = await listPolicies(db, ctx);
    const place = list.findIndex((one) => one.id === id);
    const policy = list[place];
    if (!policy) return null;
    const [{ draft }, { oldest }] = await Promise.all([findConfigDraft(db, ctx), findFleet(db, ctx)]);
    return {
      ...policy,
      place,
      groupIds: [...policy.groupIds],
      findings: cloudFindings(policy.text, {
        ...{ draft: draft ?? emptyDraft, oldestClient: oldest, catalogue: keyCatalogue },
      }),
    };
  },
});

/** The requirements of a policy as doors hand them out. */
export const readConfigPolicyText = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid() }),
  output: textView,
  async run({ ctx, db, input: { id } }) {
    const policy = (await listPolicies(db, ctx)).find((one) => one.id === id);
    if (!policy) return null;
    const { text, version } = policy;
    return { file: 'requirements.toml' as const, text, version, reasons: {} };
  },
});
