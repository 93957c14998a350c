import { placeOf, type Fault } from './rules-tokens';
import type { Argument, Call } from './rules-statements';
import type { Value } from './rules-values';

type Parameter = { name: string; type: 'string' | 'list' | 'bool'; isRequired?: true };

/** What each function takes, in the order in which values without a name are read. */
const parameters: Readonly<Record<Call['name'], readonly Parameter[]>> = {
  prefix_rule: [
    { name: 'pattern', type: 'list', isRequired: true },
    { name: 'decision', type: 'string' },
    { name: 'match', type: 'list' },
    { name: 'not_match', type: 'list' },
    { name: 'justification', type: 'string' },
    { name: 'canonical_matching', type: 'bool' },
  ],
  network_rule: [
    { name: 'host', type: 'string', isRequired: true },
    { name: 'protocol', type: 'string', isRequired: true },
    { name: 'decision', type: 'string', isRequired: true },
    { name: 'justification', type: 'string' },
  ],
  host_executable: [
    { name: 'name', type: 'string', isRequired: true },
    { name: 'paths', type: 'list', isRequired: true },
  ],
};

/** The client's names of these types. */
const clientTypes = { string: 'str', list: 'list', bool: 'bool' } as const;

type Typed<T extends Value['type']> = Extract<Value, { type: T }>;

/** A text of a rules file with its place. */
export type TextValue = Typed<'string'>;

/** The arguments of a call by the names of their parameters, each of its type, and what is wrong with them. */
export type Bound = {
  faults: Fault[];
  text(name: string): TextValue | null;
  list(name: string): Typed<'list'> | null;
  bool(name: string): Typed<'bool'> | null;
};

/** Gives each argument of a call to its parameter. */
export function bindArguments(call: Call): Bound {
  const takes = parameters[call.name];
  const values = new Map<string, Value>();
  const faults: Fault[] = [];
  for (const [index, argument] of call.arguments.entries()) {
    const found = argument.name === null ? takes[index] : takes.find(({ name }) => name === argument.name);
    const message = argumentFault(call, argument, found, values);
    if (message !== null) faults.push({ ...placeOf(argument), message });
    if (found) values.set(found.name, argument.value);
  }
  const missing = takes.filter(({ name, isRequired }) => isRequired === true && !values.has(name));
  const find = <T extends Value['type']>(name: string, type: T) => {
    const value = values.get(name);
    return value && isOf(value, type) ? value : null;
  };
  return {
    faults: [
      ...faults,
      ...missing.map(({ name }) => ({
        ...placeOf(call),
        message: `Missing parameter \`${name}\` for call to \`${call.name}\``,
      })),
    ],
    text: (name) => find(name, 'string'),
    list: (name) => find(name, 'list'),
    bool: (name) => find(name, 'bool'),
  };
}

const isOf = <T extends Value['type']>(value: Value, type: T): value is Typed<T> => value.type === type;

function argumentFault(
  call: Call,
  { name, value }: Argument,
  parameter: Parameter | undefined,
  earlier: ReadonlyMap<string, Value>,
): string | null {
  if (!parameter) {
    return name === null
      ? `Found 1 extra positional argument(s) for call to ${call.name}`
      : `Found \`${name}\` extra named parameter(s) for call to ${call.name}`;
  }
  if (earlier.has(parameter.name)) return `Argument \`${parameter.name}\` occurs more than once`;
  if (value.type === parameter.type) return null;
  return `Type of parameter \`${parameter.name}\` doesn't match, expected \`${clientTypes[parameter.type]}\``;
}
