import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editToml } from './edit-toml';
import { setKey } from './set-key';
import { textValues, valueAt } from './text-values';

const set = (text: string, name: string, toml: string) => editToml(text, { path: name.split('.'), toml });

const runs = process.env.SLIPWAY_TEST_FULL === '1' ? 5000 : 400;

/** A list with a comment above and beside each of its entries, as far as the layout has room for them. */
type Laid = { text: string; entries: readonly string[]; alone: ReadonlySet<string> };

const marks = fc.record({ ownLine: fc.boolean(), above: fc.boolean(), beside: fc.boolean() });
const letters = ['a', 'b', 'c', 'd', 'e'] as const;
const lists: fc.Arbitrary<Laid> = fc
  .record({
    entries: fc.subarray([...letters]),
    marks: fc.array(marks, { minLength: 5, maxLength: 5 }),
    indentation: fc.constantFrom('  ', '\t', ''),
    end: fc.constantFrom('\n', '\r\n'),
    endsWithComma: fc.boolean(),
  })
  .map(({ entries, marks: all, indentation, end, endsWithComma }) => {
    const startsLine = (at: number) => at === 0 || all[at]?.ownLine === true || all[at - 1]?.beside === true;
    const endsLine = (at: number) => at === entries.length - 1 || startsLine(at + 1);
    const inner = entries.map((entry, at) => {
      const above = all[at]?.above ? `${end}${indentation}# above ${entry}` : '';
      const lead = startsLine(at) ? `${above}${end}${indentation}` : ' ';
      const comma = at < entries.length - 1 || endsWithComma ? ',' : '';
      return `${lead}"${entry}"${comma}${all[at]?.beside ? ` # beside ${entry}` : ''}`;
    });
    const alone = new Set(entries.filter((_, at) => startsLine(at) && endsLine(at)));
    const text = `# top${end}v = [ # list${inner.join('')}${end}] # behind${end}# end${end}w = 1${end}`;
    return { text, entries, alone };
  });
const wantedLists = fc.shuffledSubarray([...letters, 'x', 'y']);

/** The lines of a text without the comma and the blanks at their end. */
const linesOf = (text: string) => text.split(/\r?\n/).map((line) => line.replace(',', '').trimEnd());
const commentsIn = (text: string, kind: string) => text.match(new RegExp(`# ${kind} \\w`, 'g')) ?? [];

test('any list takes any entries: values are right, comments and lines of what stays are as they were', () => {
  fc.assert(
    fc.property(lists, wantedLists, ({ text, entries, alone }, wanted) => {
      const after = set(text, 'v', JSON.stringify(wanted)) ?? 'broken';
      expect(textValues(after)).toEqual({ v: wanted, w: 1 });
      const [head, foot] = [text.slice(0, text.indexOf('[')), text.slice(text.indexOf('] # behind'))];
      expect(after.startsWith(head) && after.endsWith(foot) && after.includes('# list')).toBe(true);

      expect(commentsIn(after, 'above').sort()).toEqual(commentsIn(text, 'above').sort());
      const stays = (entry: string | undefined) => entry !== undefined && wanted.includes(entry);
      const beside = commentsIn(text, 'beside').filter(
        (one) => stays(one.at(-1)) || !alone.has(one.at(-1) ?? ''),
      );
      expect(commentsIn(after, 'beside')).toEqual(
        expect.arrayContaining(beside.filter((one) => stays(one.at(-1)))),
      );

      const kept = entries.filter(stays);
      const isReordered = wanted.filter((entry) => entries.includes(entry)).join() !== kept.join();
      if (isReordered) return;
      const lines = linesOf(after);
      for (const entry of kept.filter((one) => alone.has(one))) {
        const own = linesOf(text).find((line) => line.includes(`"${entry}"`)) ?? '';
        expect(lines).toContain(own);
      }
      const ends = after.match(/\r?\n/g) ?? [];
      expect(new Set(ends).size).toBe(1);
    }),
    { numRuns: runs },
  );
});

test('comments beside entries that go leave with them', () => {
  fc.assert(
    fc.property(lists, wantedLists, ({ text, entries, alone }, wanted) => {
      const after = set(text, 'v', JSON.stringify(wanted)) ?? 'broken';
      for (const entry of entries.filter((one) => alone.has(one) && !wanted.includes(one))) {
        expect(after).not.toContain(`# beside ${entry}`);
      }
    }),
    { numRuns: runs },
  );
});

describe('tables in a list on lines', () => {
  const text = `[rules]
prefix_rules = [
  # Nobody deletes.
  { pattern = [{ token = "rm" }], decision = "forbidden" },  # since May
  { pattern = [{ token = "git" }, { token = "push" }], decision = "prompt" },
]
`;
  test('are changed inside where most of them says the same', () => {
    const wanted =
      '[{ pattern = [{ token = "rm" }], decision = "prompt" }, { pattern = [{ token = "git" }, { token = "push" }], decision = "prompt" }]';
    expect(set(text, 'rules.prefix_rules', wanted)).toBe(text.replace('"forbidden"', '"prompt"'));
  });
  test('stay to the letter where another comes', () => {
    const more = '{ pattern = [{ token = "dd" }], decision = "forbidden" }';
    const held =
      '{ pattern = [{ token = "rm" }], decision = "forbidden" }, { pattern = [{ token = "git" }, { token = "push" }], decision = "prompt" }';
    expect(set(text, 'rules.prefix_rules', `[${held}, ${more}]`)).toBe(
      text.replace(/\]\n$/, `  ${more},\n]\n`),
    );
  });
});

describe('a list of tables by headers', () => {
  const text = `# First the shell.
[[hooks.PreToolUse]]
matcher = "^Bash$"  # only that
timeout = 5

# in it
[[hooks.PreToolUse.hooks]]
type = "command"  # ours

# Then files.
[[hooks.PreToolUse]]
matcher = "^Write$"  # writes
timeout = 5

[features]
apps = false
`;
  const shell = '{ matcher = "^Bash$", timeout = 5, hooks = [{ type = "command" }] }';
  const files = '{ matcher = "^Write$", timeout = 5 }';
  const more = '{ matcher = "^Read$", timeout = 9 }';
  const setTo = (...tables: string[]) => set(text, 'hooks.PreToolUse', `[${tables.join(', ')}]`);

  test('is changed inside one of them, and nothing else moves', () => {
    expect(setTo(shell, files.replace('5', '6'))).toBe(
      text.replace('# writes\ntimeout = 5', '# writes\ntimeout = 6'),
    );
    expect(setTo(shell.replace('command', 'prompt'), files)).toBe(text.replace('"command"', '"prompt"'));
  });
  test('loses one with its comments and all under it', () => {
    expect(setTo(files)).toBe(text.slice(text.indexOf('# Then files.')));
    expect(setTo(shell)).toBe(
      text.slice(0, text.indexOf('# Then files.')) + text.slice(text.indexOf('[features]')),
    );
  });
  test('takes a new one behind the one before it', () => {
    const block = '[[hooks.PreToolUse]]\nmatcher = "^Read$"\ntimeout = 9\n';
    expect(setTo(shell, files, more)).toBe(text.replace('\n[features]', `\n${block}\n[features]`));
    expect(setTo(shell, more, files)).toBe(text.replace('\n# Then', `\n${block}\n# Then`));
    expect(setTo(more, shell, files)).toBe(`${block}\n${text}`);
  });
  test('that is to hold none is a list of none', () => {
    expect(valueAt(textValues(set(text, 'hooks.PreToolUse', '[]') ?? ''), ['hooks', 'PreToolUse'])).toEqual(
      [],
    );
  });

  const table = fc.constantFrom(
    '{ n = 1, p = 1 }',
    '{ n = 2, p = 1 }',
    '{ n = 3, q = { r = 1 } }',
    '{ n = 4 }',
    '{}',
  );
  const blocks = fc.array(
    fc.constantFrom(
      '[[l]]\nn = 1\np = 1\n',
      '[[l]]\nn = 2\n',
      '[[l]]\nn = 3\n[l.q]\nr = 1\n',
      '[[l]]\n',
      '[x]\ny = 1\n',
    ),
    { minLength: 1, maxLength: 5 },
  );
  test('takes any tables, whatever stands between them', () => {
    fc.assert(
      fc.property(
        blocks,
        fc.array(table, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (parts, tables, isLoose) => {
          const before = parts.map((part, at) => `# of ${at}\n${part}`).join(isLoose ? '\n' : '');
          const values = textValues(before);
          fc.pre(values !== null && valueAt(values, ['l']) !== undefined);
          const toml = `[${tables.join(', ')}]`;
          const after = set(before, 'l', toml) ?? 'broken';
          expect(textValues(after)).toEqual({ ...values, l: textValues(`v = ${toml}`)?.v });
          const stays = parts.flatMap((part, at) =>
            part.startsWith('[x]') ? [`# of ${at}\n[x]\ny = 1\n`] : [],
          );
          for (const block of stays) expect(after).toContain(block);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('a table that is set as one value', () => {
  const text =
    '[features]\n  # off since May\n  apps = false  # for now\n  memories = true\n\n[otel]\nexporter = "none"\n';
  test('is changed key by key', () => {
    const set = setKey(text, ['features'], '{ apps = true, memories = true, goals = false }');
    expect(set).toEqual({
      ok: true,
      value: text.replace('apps = false', 'apps = true').replace('= true\n\n', '= true\n  goals = false\n\n'),
    });
  });
  test('is changed inside its braces where it is written so', () => {
    const inline = 'features = { apps = false, memories = true } # both\n';
    expect(setKey(inline, ['features'], '{ apps = false, goals = true }')).toEqual({
      ok: true,
      value: 'features = { apps = false, goals = true } # both\n',
    });
  });
  test('with dotted names in it is written whole', () => {
    const changed = setKey('a = { b = { c = 1, d = 2 } }\n', ['a'], '{ b.c = 1 }');
    expect(changed).toEqual({ ok: true, value: 'a = { b.c = 1 }\n' });
  });
});
