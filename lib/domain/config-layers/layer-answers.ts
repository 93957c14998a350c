import type { ConfigForm } from '#lib/domain/config-check/config-key';
import { boundedValue, bounds, exactRequirement, layersOf, refusalOf, type Together } from './bounded-values';
import { howKnown } from './how-known';
import type { Answer, AnswerNote, KeyFactsOf, Layer, Machine, Said } from './layer';
import { leavesOf, mergedAt, plainOf, type Merged, type MergedTable } from './merge-values';
import { serverAnswers, switchedOff } from './mcp-servers';
import { requirementsInForce } from './requirements-in-force';
import { isClosedToRepositories, startingValues } from './starting-values';

/** What a developer ends up with on a machine. */
export type Outcome = {
  /** Every key that is set somewhere, with the four that always hold something: requirements first. */
  answers: readonly Answer[];
  /** Why no thread starts with these files, or null. */
  refusal: ReturnType<typeof refusalOf>;
};

type Asked = { machine: Machine; together: Together; factsOf: KeyFactsOf };

/** All answers for a machine. */
export function outcomeOf(machine: Machine, factsOf: KeyFactsOf): Outcome {
  const asked = { machine, together: togetherOf(machine), factsOf };
  const { required } = asked.together;
  const requirements = leavesOf(required).map(({ path }) => requirementAnswer(path, asked));
  const values = startingPaths(asked.together).map((path) => startingAnswer(path, asked));
  return { answers: [...requirements, ...values], refusal: refusalOf(asked.together) };
}

/** Starting values that hold something: the four that always do, those of files, those that requirements decide. */
function startingPaths(together: Together): (readonly string[])[] {
  const paths = [
    ...Object.keys(bounds).map((key) => [key]),
    ...leavesOf(together.starting).flatMap(({ path }) => (bounds[path[0] ?? ''] ? [] : [path])),
    ...leavesOf(together.required).flatMap(({ path }) => (exactRequirement(path, together) ? [path] : [])),
    ...serverAnswers(together),
  ];
  return [...new Map(paths.map((path) => [path.join('\0'), path])).values()];
}

/** The answer for one key of a form, set or not. */
export function answerFor(
  { form, path }: { form: ConfigForm; path: readonly string[] },
  machine: Machine,
  factsOf: KeyFactsOf,
): Answer {
  const asked = { machine, together: togetherOf(machine), factsOf };
  return form === 'requirements' ? requirementAnswer(path, asked) : startingAnswer(path, asked);
}

const togetherOf = (machine: Machine): Together => ({
  required: requirementsInForce(machine),
  starting: startingValues(machine),
  trusted: machine.trusted,
});

type Part = { value: unknown; layers: readonly Layer[]; beaten: readonly Said[] };

function partAt(table: MergedTable, path: readonly string[]): Part | null {
  const found = mergedAt(table, path);
  return found && { value: plainOf(found), layers: layersOf(found), beaten: beatenIn(found) };
}

const beatenIn = (merged: Merged): readonly Said[] => (merged.kind === 'leaf' ? merged.beaten : []);

function requirementAnswer(path: readonly string[], { machine, together, factsOf }: Asked): Answer {
  const part = partAt(together.required, path);
  const facts = factsOf('requirements', path);
  const answer = {
    ...{ form: 'requirements' as const, path, value: part?.value, layers: part?.layers ?? [], wanted: null },
    beaten: part?.beaten ?? [],
  };
  const notes = path[0] === 'remote_sandbox_config' ? (['by_host_name'] as const) : [];
  return { ...answer, known: howKnown({ ...answer, notes }, machine, facts), notes };
}

function startingAnswer(path: readonly string[], { machine, together, factsOf }: Asked): Answer {
  const facts = factsOf('config', path);
  const part = partAt(together.starting, path);
  const settled = settledBy(path, together) ?? {
    ...(part ?? {
      value: facts.byDefault,
      layers: facts.byDefault === undefined ? [] : (['built_in'] as const),
    }),
    wanted: null,
    notes: [],
  };
  const answer = {
    ...{
      form: 'config' as const,
      path,
      value: settled.value,
      layers: settled.layers,
      wanted: settled.wanted,
    },
    beaten: part?.beaten ?? [],
  };
  const notes = [...settled.notes, ...notesOn(path, { machine, together })];
  return { ...answer, known: howKnown({ ...answer, notes }, machine, facts), notes };
}

/** What a requirement makes of a value; null where none is about it. */
function settledBy(path: readonly string[], together: Together) {
  const [top = ''] = path;
  if (path.length === 1 && bounds[top]) return boundedValue(top, together);
  const off = switchedOff(path, together);
  if (off) return off;
  const exact = exactRequirement(path, together);
  if (!exact) return null;
  const part = partAt(together.starting, path);
  const [layer] = part?.layers ?? [];
  const wanted = part && layer ? { layer, value: part.value } : null;
  return { ...exact, wanted, notes: [] };
}

function notesOn(
  path: readonly string[],
  { machine, together: { required, starting } }: Pick<Asked, 'machine' | 'together'>,
): AnswerNote[] {
  const [key] = path;
  if (key === 'sandbox_mode') {
    const decides =
      mergedAt(required, ['allowed_permission_profiles']) ?? mergedAt(starting, ['default_permissions']);
    const byHost = mergedAt(required, ['remote_sandbox_config']);
    return [
      ...(decides ? (['profiles_decide'] as const) : []),
      ...(byHost ? (['by_host_name'] as const) : []),
    ];
  }
  const isRepository = partAt(starting, path)?.layers.includes('project') ?? false;
  return isRepository && machine.era === 'before' && isClosedToRepositories(path)
    ? ['later_clients_skip']
    : [];
}
