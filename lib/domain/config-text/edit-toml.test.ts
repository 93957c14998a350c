import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { sameValue } from './compare-values';
import { editAll, editToml } from './edit-toml';
import { textValues, valueAt } from './text-values';
import type { TomlEdit } from './toml-edit';

const set = (text: string, name: string, toml: TomlEdit['toml']) =>
  editToml(text, { path: name.split('.'), toml });

const file = `# Kept by the platform team.

allowed_sandbox_modes = [
  "read-only",   # always
  "workspace-write",
]  # ask before you widen this

# Telemetry goes to our own collector.
[otel]
exporter = "none"  # for now
log_user_prompt = false

[[hooks.PreToolUse]]
matcher = "^Bash$"

[mcp_servers.docs]
identity = { url = "https://docs.example/mcp" }  # internal

[features]
apps = false
`;

describe('a key that is there', () => {
  test('gets its new value in its place, and its comment stays', () => {
    expect(set(file, 'otel.exporter', '"statsig"')).toBe(
      file.replace('exporter = "none"  # for now', 'exporter = "statsig"  # for now'),
    );
  });
  test('written over several lines loses the line of an entry that goes, and no other', () => {
    expect(set(file, 'allowed_sandbox_modes', '["read-only"]')).toBe(
      file.replace('  "workspace-write",\n', ''),
    );
  });
  test('takes a value that is typed over several lines as it was typed', () => {
    const typed = '[\n  "read-only", # alone\n]';
    expect(set(file, 'allowed_sandbox_modes', typed)).toContain(`allowed_sandbox_modes = ${typed}  # ask`);
  });
  test('inside an inline table is changed there', () => {
    expect(set(file, 'mcp_servers.docs.identity.url', '"https://other.example"')).toContain(
      'identity = { url = "https://other.example" }  # internal',
    );
  });
  test('that is taken away takes its own line along and no other', () => {
    expect(set(file, 'otel.exporter', null)).toBe(file.replace('exporter = "none"  # for now\n', ''));
  });
  test('that is a table goes with all of it', () => {
    expect(set(file, 'mcp_servers', null)).toBe(
      file.replace('[mcp_servers.docs]\nidentity = { url = "https://docs.example/mcp" }  # internal\n\n', ''),
    );
  });
  test('that is a table takes its comments along and leaves those of the next', () => {
    const text = 'a = 1\n\n# of b\n[b]\nc = 1\n# in b\n\n# in b as well\n\n# of d\n# of d too\n[d]\ne = 1\n';
    expect(set(text, 'b', null)).toBe('a = 1\n\n# of d\n# of d too\n[d]\ne = 1\n');
    expect(set(text, 'd', null)).toBe(text.slice(0, text.indexOf('\n# of d\n')));
  });
  test('that becomes a table stays in its place, with its comment', () => {
    expect(set(file, 'otel.exporter', '{ otlp-grpc = { endpoint = "https://a.example" } }')).toContain(
      'exporter = { otlp-grpc = { endpoint = "https://a.example" } }  # for now\n',
    );
  });
});

describe('a key that is not there', () => {
  test('at the top stands behind the last key at the top', () => {
    expect(set(file, 'allowed_web_search_modes', '[]')).toContain(
      ']  # ask before you widen this\nallowed_web_search_modes = []\n\n# Telemetry',
    );
  });
  test('of a table stands behind the last of that table', () => {
    expect(set(file, 'otel.trace_exporter', '"none"')).toContain(
      'log_user_prompt = false\ntrace_exporter = "none"\n\n[[hooks',
    );
  });
  test('of a table that stands further in stands as far in', () => {
    expect(set('[a]\n  b = 1\n  [a.c]\n', 'a.d', '2')).toBe('[a]\n  b = 1\n  d = 2\n  [a.c]\n');
    expect(set('[a]\n\t[a.c]\n', 'a.c.d', '2')).toBe('[a]\n\t[a.c]\n\td = 2\n');
  });
  test('of a new table leaves the comments of the table before where they are', () => {
    expect(set('[a.b]\nc = 1\n# more\n\n[d]\n', 'a.e.f', '1')).toBe(
      '[a.b]\nc = 1\n# more\n\n[a.e]\nf = 1\n\n[d]\n',
    );
  });
  test('of a new table stands in a table beside its kind', () => {
    expect(set(file, 'mcp_servers.code.identity.command', '"code-server"')).toContain(
      '# internal\n\n[mcp_servers.code.identity]\ncommand = "code-server"\n\n[features]',
    );
  });
  test('in a file that begins with comments and a table stands between the two', () => {
    expect(set('# ours\n\n[otel]\nexporter = "none"\n', 'model_provider', '"openai"')).toBe(
      '# ours\nmodel_provider = "openai"\n\n[otel]\nexporter = "none"\n',
    );
  });
  test('beside dotted keys of its table is written as they are', () => {
    expect(set('otel.exporter = "none"\n\n[features]\n', 'otel.log_user_prompt', 'false')).toBe(
      'otel.exporter = "none"\notel.log_user_prompt = false\n\n[features]\n',
    );
  });
  test('keeps Windows line ends', () => {
    expect(set('a = 1\r\n', 'b', '2')).toBe('a = 1\r\nb = 2\r\n');
  });
});

test('an empty table is written by its header, once', () => {
  const once = set(set(file, 'mcp_servers', null) ?? '', 'mcp_servers', { kind: 'table' }) ?? '';
  expect(parse(once).mcp_servers).toEqual({});
  expect(set(once, 'mcp_servers', { kind: 'table' })).toBe(once);
});
test('a text that is no TOML is not changed', () => {
  expect(set('a = [', 'b', '1')).toBeNull();
});

const runs = process.env.SLIPWAY_TEST_FULL === '1' ? 5000 : 800;

const names = fc.constantFrom('a', 'b', 'otel', 'x y', 'c');
const leaf = fc.constantFrom('1', '"two"', '[1, 2]', '{ p = 1, q = "r" }', 'true', '[3, 2, { a = 1 }]');
const comment = fc.constantFrom('', '  # why');
const manyLines = '[\n  1, # one\n  2,\n]';
const line = fc.tuple(
  fc.constantFrom('a', 'b.c', '"x y"', 'otel.e'),
  fc.oneof(leaf, fc.constant(manyLines)),
  comment,
);
const block = fc.tuple(
  fc.constantFrom('', '[t]', '[t.u]', '[otel]', '[[list]]', '[c.d]', '["x y".z]'),
  fc.array(line, { maxLength: 3 }),
);
const documents = fc
  .array(block, { maxLength: 5 })
  .map((blocks) =>
    blocks
      .map(([head, lines]) =>
        [head, ...lines.map(([key, value, why]) => `${key} = ${value}${why}`), ''].join('\n'),
      )
      .join('# between\n'),
  )
  .filter((text) => textValues(text) !== null);
const paths = fc.array(names, { minLength: 1, maxLength: 3 });

/** Without what stands at a name: what an edit may not touch. */
function besides(values: unknown, [part, ...rest]: readonly string[]): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values) || part === undefined)
    return values;
  const entries = Object.entries(values).flatMap(([key, held]) => {
    if (key !== part) return [[key, held]];
    const left = rest.length === 0 ? {} : besides(held, rest);
    return typeof left === 'object' && left !== null && Object.keys(left).length === 0 ? [] : [[key, left]];
  });
  return Object.fromEntries(entries);
}

/** Whether a value other than a table stands on the way to a name: nothing can be put under it. */
function isBlocked(values: unknown, path: readonly string[]): boolean {
  return path.slice(0, -1).some((_, at) => {
    const held = valueAt(values, path.slice(0, at + 1));
    return held !== undefined && (typeof held !== 'object' || Array.isArray(held));
  });
}

test('any key of any text takes a value or goes, and everything else says what it said', () => {
  fc.assert(
    fc.property(documents, paths, fc.option(leaf), (text, path, toml) => {
      const before = textValues(text);
      fc.pre(!isBlocked(before, path));
      const after = textValues(editToml(text, { path, toml }) ?? 'broken');
      expect(after).not.toBeNull();
      const wanted = toml === null ? undefined : textValues(`v = ${toml}`)?.v;
      expect(sameValue(valueAt(after, path), wanted)).toBe(true);
      expect(sameValue(besides(after, path), besides(before, path))).toBe(true);
    }),
    { numRuns: runs },
  );
});
test('comments on lines of their own stay when a key takes a value, unless the key was a table', () => {
  fc.assert(
    fc.property(documents, fc.array(fc.tuple(paths, leaf), { maxLength: 4 }), (text, changes) => {
      const ownLines = (whole: string) => whole.split('\n').filter((one) => one === '# between').length;
      const edited = changes.reduce((held, [path, toml]) => {
        const values = textValues(held);
        const isTable = typeof valueAt(values, path) === 'object';
        return isTable || isBlocked(values, path) ? held : (editAll(held, [{ path, toml }]) ?? 'broken');
      }, text);
      expect(ownLines(edited)).toBe(ownLines(text));
    }),
    { numRuns: runs },
  );
});
