// One size of the generated enterprise, measured in a process and a database of its own. Writes its figures as JSON
// into the file it is given.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { db } from '#lib/data/db';
import { levelOf } from '#lib/domain/rbac/grants';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { contextOf } from '#test/arrange';
import { addMember, addToken, addWorkspace } from '#test/rows';
import { differenceBound, resolveBound } from './bound';
import { enterpriseOf, type Enterprise } from './enterprise';
import { casbinOf, caslOf } from './libraries';
import { loadEnterprise } from './load';
import { integerAt, integerOf, masksOf, type Masks } from './masks';
import {
  afterWrites,
  integersOf,
  loadIndex,
  onePersonOf,
  pagesOf,
  queriesOf,
  resolveAll,
  whatIf,
} from './product';
import { sqlOf, storeMasks } from './sql';
import { bytesInUse, extrapolated, timed, timedInTurn, timedOnce, type Time } from './timing';

const { values } = parseArgs({ options: { people: { type: 'string' }, result: { type: 'string' } } });
const people = Number(values.people);
const say = (text: string) => process.stderr.write(`  ${text}\n`);

const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
await client.connect();
const workspace = await addWorkspace(db, { slug: 'bench' });
const member = await addMember(db, workspace.id);
const token = await addToken(db, { id: member.id, workspaceId: workspace.id });
const workspaceId = workspace.id;
const empty = await addWorkspace(db, { slug: 'bench-import' });
const importer = await addMember(db, empty.id);
const importToken = await addToken(db, { id: importer.id, workspaceId: empty.id });

const emptyBytes = bytesInUse();
const enterprise = enterpriseOf(people);
const masks = masksOf(enterprise);
const boundBytes = bytesInUse() - emptyBytes + people * 8;
const rows = await loadEnterprise(client, enterprise, workspaceId);
say(`${String(rows)} rows loaded`);
await storeMasks(client, 'group_mask', masks);
const sql = sqlOf(client, { enterprise, masks, workspaceId });

/** Beyond this the SQL of who can and of what if takes many minutes; the product is held against the bound alone. */
const mostBySql = 200_000;
const isBySql = people <= mostBySql;
const notMeasured: Time = { ms: 0, min: 0, max: 0, runs: 0 };
const timedSql = (work: () => unknown) => (isBySql ? timed(work, { runs: 7 }) : notMeasured);
const cold = await loadIndex(workspaceId);
const { index } = cold;
say('index loaded');

/** The change that is measured: the largest group without a role gets one that some lose by, and many gain. */
function changeOf({ groups, roles }: Enterprise): { changes: AccessChange[]; after: Masks } {
  const group = groups.findIndex((own) => own.length === 0);
  const role = roles.findIndex((said) => Object.keys(said).length > 0);
  const changed = groups.map((own, at) => (at === group ? [role] : own));
  return {
    changes: [{ kind: 'group-role-added', group: `group-${String(group)}`, role: `role-${String(role)}` }],
    after: masksOf({ ...enterprise, groups: changed }),
  };
}
/** The permission nearest to a quarter of the company. */
const permission = [...enterprise.levels.keys()].find((key) => enterprise.levels.get(key) === 1) ?? '';
const bit = 1n << BigInt(masks.bits.get(permission) ?? 0);
const isDefault = levelOf(enterprise.defaults[permission]) > 0;

const { changes, after } = changeOf(enterprise);
await storeMasks(client, 'group_mask_after', after);
const before = resolveBound(enterprise, masks);
const defaults = BigInt.asIntN(64, integerAt(after.defaults, 0));

const grant = Object.keys(enterprise.roles[3] ?? {})[0] ?? permission;
const roleChange: AccessChange[] = [{ kind: 'role-permission-revoked', role: 'role-3', permission: grant }];
const ids = Array.from({ length: 97 }, (_, at) => `person-${String(Math.floor((at * people) / 97))}`);
const ctx = contextOf(workspaceId, member);

const whole = {
  bound: await timed(() => resolveBound(enterprise, masks)),
  product: await resolveAll(index),
  sql: await timedSql(() => sql.everyone()),
};
say('everybody resolved');
const who = {
  sqlSemiJoin: await timedSql(() => sql.whoSemiJoin(bit, isDefault)),
  sqlExists: await timedSql(() => sql.whoExists(bit, isDefault)),
};
const difference = {
  bound: await timed(() => differenceBound(enterprise, before, after)),
  product: await timed(() => whatIf(workspaceId, changes)),
  productRole: await timed(() => whatIf(workspaceId, roleChange)),
  productDefault: await timed(() => whatIf(workspaceId, [{ kind: 'default-role-changed', permissions: {} }])),
  productMembership: await timed(() =>
    whatIf(workspaceId, [{ kind: 'membership-added', group: 'group-0', person: ids[5] ?? '' }]),
  ),
  sql: await timedSql(() => sql.difference(defaults)),
};
say('difference taken');
// Warm: a server that has answered for a minute has compiled what it answers with.
const one = await timedInTurn(
  {
    sql: (run) => sql.onePerson(ids[run % ids.length] ?? ''),
    roundTrip: () => client.query({ name: 'nothing', text: 'select 1' }),
    product: onePersonOf(ctx, ids),
  },
  { runs: 2000 },
);
const queries = await queriesOf(ctx, permission);
say('queries asked');

type Counted = { who: number; losses: { count: number }; gains: { count: number } };

/** Whether SQL counts otherwise: 1 where it does. */
async function differingBySql({ who: whoCount, losses, gains }: Counted) {
  const [told] = await sql.difference(defaults);
  const [counted] = await sql.whoSemiJoin(bit, isDefault);
  const isSame = Number(told?.losses) === losses.count && Number(told?.gains) === gains.count;
  return { whatIf: Number(!isSame), who: Number(Number(counted?.count) !== whoCount) };
}

/** What each implementation says of the same people; how many are told otherwise than by the product. */
async function agreement() {
  const said = new Map(integersOf(index, masks.bits, Math.max(1, Math.floor(people / 100_000))));
  let [sqlDiffers, boundDiffers] = [0, 0];
  const bySql = new Map(
    (await sql.everyMask()).map(({ number, mask }) => [
      Number(number),
      BigInt.asUintN(64, BigInt(mask ?? 0)),
    ]),
  );
  for (const [number, mask] of said) {
    if ((bySql.get(number) ?? 0n) !== mask) sqlDiffers += 1;
    if (integerAt(before, number - 1) !== mask) boundDiffers += 1;
  }
  const found = await whatIf(workspaceId, changes);
  const { count: whoCount } = (await import('#lib/queries/who').then(({ readWho }) =>
    readWho(ctx, { permission }),
  )) ?? { count: -1 };
  const counted = { who: whoCount, ...found };
  const asked = isBySql ? await differingBySql(counted) : { whatIf: 0, who: 0 };
  return {
    compared: said.size,
    differing: {
      sql: sqlDiffers,
      bound: boundDiffers,
      ...asked,
    },
    whoCount,
    losses: found.losses.count,
    gains: found.gains.count,
    leaves: found.leavesDefault.count,
    said,
  };
}
const { said, ...agreed } = await agreement();
say('compared');

const sampleOf = (most: number) => {
  const step = Math.max(1, Math.ceil(people / most));
  return Array.from({ length: Math.floor(people / step) }, (_, at) => at * step);
};

/** A library over a sample of people, and how many of them it tells otherwise. */
async function library(resolve: (at: number) => bigint | Promise<bigint>, most: number) {
  const sample = sampleOf(most);
  let differing = 0;
  const time = await timedOnce(async () => {
    for (const at of sample) {
      const mask = await resolve(at);
      if (said.has(at + 1) && said.get(at + 1) !== mask) differing += 1;
    }
  });
  return { time: extrapolated(time, sample.length, people), sampled: sample.length, differing };
}

async function libraries() {
  if (people > 100_000) return null;
  const casl = caslOf(enterprise, masks.bits);
  const byCasl = await library((at) => casl.resolve(at), 20_000);
  const action = `${permission}:1`;
  const sample = sampleOf(20_000);
  const canTime = await timedOnce(() => sample.filter((at) => casl.can(at, action)));
  say('CASL asked');
  let casbin: Awaited<ReturnType<typeof casbinOf>> | null = null;
  const load = await timedOnce(async () => {
    casbin = await casbinOf(enterprise, masks.bits);
  });
  const byCasbin = await library((at) => casbin?.resolve(at) ?? 0n, 2_000);
  say('casbin asked');
  return {
    casl: byCasl,
    caslWho: extrapolated(canTime, sample.length, people),
    casbin: byCasbin,
    casbinLoad: load,
  };
}

const surname = textOf();
function textOf(): string {
  const { names } = index.population;
  const at = Math.floor(people / 3);
  const name = new TextDecoder().decode(names.bytes.subarray(names.offsets[at], names.offsets[at + 1]));
  return name.split(' ')[1] ?? name;
}
const pages = await pagesOf(client, index, workspaceId, surname);
say('pages explained');

const result = {
  people,
  memberships: enterprise.members.length,
  groups: enterprise.groups.length,
  rows,
  words: index.rules.bits.words,
  bits: [...enterprise.levels.values()].reduce((sum, levels) => sum + levels, 0),
  permission,
  whole,
  one,
  queries,
  who,
  difference,
  pages,
  search: surname,
  cold: cold.time,
  writes: await afterWrites(client, workspaceId),
  facts: await timedOnce(() => index.facts.profiles),
  profiles: index.facts.profiles.length,
  bytes: { product: cold.bytes, bound: boundBytes },
  agreed,
  libraries: await libraries(),
  token,
  slug: workspace.slug,
  importing: { slug: empty.slug, token: importToken },
  group: changes[0],
  check: String(integerOf(enterprise.defaults, masks.bits)),
};
fs.writeFileSync(values.result ?? '/dev/stdout', JSON.stringify(result));
await client.end();
await db.$disconnect();
