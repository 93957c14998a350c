import 'server-only';
import type { Context } from '#lib/domain/context';
import { countsOf, effectText, markOf } from '#lib/domain/drafts/draft-effect';
import type { EffectRow, ImportEffect } from '#lib/domain/imports/import-effect';
import { flag, isSet } from '#lib/domain/rbac/everyone/columns';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import type { Db } from './db';
import { failingBetween } from './draft-expectations';
import { importAccess, type ImportAccess } from './import-access';
import { effectRows } from './import-effect-rows';
import { sha256 } from './sha256';

/** What an import does to access in sums, and whom it meets, row by row as they are asked for. */
export type FoundEffect = { effect: ImportEffect; rows: () => Iterable<EffectRow> };

/** What the compared rows of an import would do to everybody's access; see `importAccess`. */
export async function findEffect(ctx: Context, tx: Db): Promise<FoundEffect> {
  const access = await importAccess(tx, ctx);
  const breaks = (await failingBetween(ctx, tx, access.index, () => access)).filter(({ byDraft }) => byDraft);
  return { effect: { ...sumsOf(access), breaks }, rows: () => effectRows(access) };
}

function sumsOf(access: ImportAccess): Omit<ImportEffect, 'breaks'> {
  const { index, population, everyone, found, before } = access;
  const { bits } = index.rules;
  const told = (mask: Uint32Array) => [...levelsIn(mask, 0, bits).keys()];
  const isOn = (at: number) => isSet(population.isActive, at);
  const active = population.isActive.reduce((sum, one) => sum + one, 0);
  const compared = { index: { population, everyone: before, rules: index.rules }, found };
  return {
    losses: { people: found.losses.length, permissions: told(found.lost) },
    gains: { people: found.gains.length, permissions: told(found.gained) },
    leavesDefault: { people: found.leavesDefault.length },
    comeWithRoles: population.numbers.reduce(
      (sum, one, at) => sum + Number(one < 0 && isOn(at) && flag(everyone.usesDefault, at) === 0),
      0,
    ),
    unchanged: active - found.people.filter((at) => isOn(at)).length,
    mark: markOf(countsOf(found), sha256(effectText(compared))),
  };
}
