import 'server-only';
import { z } from 'zod';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { findConfigDraft } from '#lib/data/config-draft';
import { listPolicies } from '#lib/data/config-policies';
import type { Db } from '#lib/data/db';
import { listGroupRoles } from '#lib/data/directory';
import { findPerson, findPersonIdByEmail, listGroupIdsOf } from '#lib/data/people';
import { treesOf } from '#lib/domain/config-check/key-trees';
import { stepsOf } from '#lib/domain/config-check/key-path';
import { answerNotes, eras, machineSystems, textLayers, type Answer } from '#lib/domain/config-layers/layer';
import { answerFor, outcomeOf } from '#lib/domain/config-layers/layer-answers';
import { keyFactsIn } from '#lib/domain/config-layers/key-facts';
import { filesOnly, machineWith, placeNames } from '#lib/domain/config-layers/laid-down';
import { groupsNamed } from '#lib/domain/config-policies/policy';
import { policyFor } from '#lib/domain/config-policies/policy-reach';
import { emptyDraft } from '#lib/domain/config-text/config-draft';
import { draftTexts } from '#lib/domain/config-text/draft-findings';
import { dottedName, foundKeys, knownKey } from '#lib/domain/config-text/key-rows';
import { writtenText } from '#lib/domain/config-text/text-view';
import { renderValue, type TomlValue } from '#lib/domain/config/render-toml';
import { searchText } from '#lib/domain/text';
import { defineQuery } from './define-query';

const mostFound = 40;
const factsOf = keyFactsIn(keyCatalogue);

const layer = z.enum([...textLayers, 'built_in']);
const said = z.object({ layer, toml: z.string() });

const answerView = z.object({
  form: z.enum(['requirements', 'config']),
  key: z.string(),
  /** What the developer ends up with, as TOML writes it; null where nothing holds. */
  toml: z.string().nullable(),
  /** Who gave it; several where lists add up. */
  layers: z.array(layer),
  /** What a file asked for and did not get. */
  wanted: said.nullable(),
  /** What weaker layers say. */
  beaten: z.array(said),
  known: z.enum(['client', 'documentation']),
  notes: z.array(z.enum(answerNotes)),
  help: z.string().nullable(),
});

/** A key with what a developer ends up with. */
export type AnswerView = z.output<typeof answerView>;

/** The answer as doors hand it out. */
function toView({ form, path, value, layers, wanted, beaten, known, notes }: Answer): AnswerView {
  return {
    ...{ form, key: dottedName(path), toml: tomlOf(value), layers: [...layers], known, notes: [...notes] },
    wanted: wanted && { layer: wanted.layer, toml: tomlOf(wanted.value) ?? '' },
    beaten: beaten.map((one) => ({ layer: one.layer, toml: tomlOf(one.value) ?? '' })),
    help: knownKey(treesOf(keyCatalogue)[form], path)?.help ?? null,
  };
}

// safe because a value is one that a file of TOML says, or that the catalogue has as a sample
const tomlOf = (value: unknown) => (value === undefined ? null : renderValue(value as TomlValue));

const who = z.object({ kind: z.enum(['nobody', 'group', 'person', 'unknown']), name: z.string() });

/** Whom a word names, with the groups they are in: a group by id or name, a person by id or address. */
async function whoIs(db: Db, { workspaceId, word }: { workspaceId: string; word: string }) {
  if (word === '') return { kind: 'nobody' as const, name: '', groupIds: [] };
  const groups = await listGroupRoles(db, { workspaceId });
  const named = groupsNamed([word], { groups, kept: [] });
  if (named.ok) {
    const name = groups.find(({ id }) => id === named.value[0])?.name ?? word;
    return { kind: 'group' as const, name, groupIds: named.value };
  }
  const id = (await findPersonIdByEmail(db, { workspaceId, email: word.toLowerCase() })) ?? word;
  const person = await findPerson(db, { workspaceId, id });
  if (!person) return { kind: 'unknown' as const, name: word, groupIds: [] };
  const groupIds = await listGroupIdsOf(db, { workspaceId, personId: id });
  return { kind: 'person' as const, name: person.name, groupIds };
}

/** Ways as a list, or as one text with commas, as an address has them. */
const places = z
  .union([z.array(z.enum(placeNames)), z.string().transform((text) => text.split(',').filter(Boolean))])
  .pipe(z.array(z.enum(placeNames)))
  .optional();

/**
 * What a developer ends up with: for every key that is set anywhere, and those that `find` names, the value, the
 * layer that gave it, and whether the real client was asked about such a case.
 */
export const readConfigLayers = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    system: z.enum(machineSystems).default('linux'),
    era: z.enum(eras).default('since'),
    /** A group by id or name, or a person by id or address; without one the base policy counts. */
    who: searchText({ max: 300 }).default(''),
    /** Ways in which the files arrive; the files of the system, and the cloud once there is a policy. */
    places,
    trusted: z
      .enum(['yes', 'no'])
      .default('yes')
      .transform((word) => word === 'yes'),
    /** The developer's own config.toml, to try. */
    own: writtenText.default(''),
    find: z.string().max(100).default(''),
  }),
  output: z.object({
    who,
    /** The policy they get from the cloud; null for the base policy. */
    policy: z.object({ id: z.string(), name: z.string() }).nullable(),
    places: z.array(z.enum(placeNames)),
    /** Layers whose text is no TOML. */
    unreadable: z.array(layer),
    refusal: z.enum(['never_without_full_access']).nullable(),
    answers: z.array(answerView),
    found: z.array(answerView),
    more: z.int(),
  }),
  async run({ ctx, db, input }) {
    const { workspaceId } = ctx;
    const { system, era, trusted, own, find } = input;
    const [{ draft }, policies] = await Promise.all([
      findConfigDraft(db, { workspaceId }),
      listPolicies(db, { workspaceId }),
    ]);
    const { groupIds, ...person } = await whoIs(db, { workspaceId, word: input.who });
    const policy = policyFor(policies, groupIds);
    const files = draftTexts(draft ?? emptyDraft);
    const ways = input.places ?? (policies.length > 0 ? [...filesOnly, 'cloud' as const] : [...filesOnly]);
    const { machine, unreadable } = machineWith({
      ...{ system, era, trusted, own, places: ways, files },
      policy: policy?.text ?? files['requirements.toml'],
    });
    const { answers, refusal } = outcomeOf(machine, factsOf);
    const matching = find === '' ? [] : keysFound(find);
    return {
      who: person,
      policy: policy && { id: policy.id, name: policy.name },
      ...{ places: ways, unreadable: [...unreadable], refusal, answers: answers.map(toView) },
      found: matching.slice(0, mostFound).map((key) => toView(answerFor(key, machine, factsOf))),
      more: Math.max(0, matching.length - mostFound),
    };
  },
});

/** Keys of both forms that the words name, without those of the customer's own names. */
const keysFound = (find: string) =>
  (['config', 'requirements'] as const).flatMap((form) =>
    foundKeys(keyCatalogue.keys, form, find)
      .filter(({ path, aliasOf }) => !path.includes('*') && aliasOf === null)
      .map(({ path }) => ({ form, path: stepsOf(path) })),
  );
