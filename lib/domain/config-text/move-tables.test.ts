import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editToml } from './edit-toml';
import { textValues, valueAt } from './text-values';

const set = (text: string, name: string, toml: string) => editToml(text, { path: name.split('.'), toml });

const runs = process.env.SLIPWAY_TEST_FULL === '1' ? 5000 : 400;

describe('a list of tables by headers that changes order', () => {
  const rule = (name: string, decision: string) =>
    `# Why ${name}.\n[[rules.prefix_rules]]  # ${name}\npattern = [\n  { token = "${name}" },  # alone\n]\ndecision = "${decision}"  # of ${name}\n# end of ${name}\n`;
  const head = '# Kept by the platform team.\n\n';
  const foot = '\n# Off.\n[features]\napps = false\n';
  const [rm, git, dd] = [rule('rm', 'forbidden'), rule('git', 'prompt'), rule('dd', 'prompt')];
  const inline = (name: string, decision: string) =>
    `{ pattern = [{ token = "${name}" }], decision = "${decision}" }`;
  const setTo = (text: string, ...rules: string[]) =>
    set(text, 'rules.prefix_rules', `[${rules.join(', ')}]`);
  const text = [head, rm, '\n', git, '\n', dd, foot].join('');

  test('keeps every byte of tables that moved', () => {
    const [a, b, c] = [inline('rm', 'forbidden'), inline('git', 'prompt'), inline('dd', 'prompt')];
    expect(setTo(text, b, a, c)).toBe([head, git, '\n', rm, '\n', dd, foot].join(''));
    expect(setTo(text, c, a, b)).toBe([head, dd, '\n', rm, '\n', git, foot].join(''));
  });
  test('changes one that moved inside, and takes a new one between', () => {
    const [c, b] = [inline('dd', 'prompt'), inline('git', 'prompt')];
    const fresh = '[[rules.prefix_rules]]\npattern = [{ token = "x" }]\ndecision = "allow"\n';
    const changed = rm.replace('"forbidden"', '"prompt"');
    const after = setTo(text, c, inline('x', 'allow'), inline('rm', 'prompt'), b);
    expect(after).toBe([head, dd, '\n', fresh, '\n', changed, '\n', git, foot].join(''));
  });
  test('lets one go while others move', () => {
    const after = setTo(text, inline('dd', 'prompt'), inline('rm', 'forbidden'));
    expect(after).toBe([head, dd, '\n', rm, foot].join(''));
  });

  const part = fc.record({
    above: fc.boolean(),
    under: fc.boolean(),
    nested: fc.boolean(),
    blank: fc.boolean(),
    other: fc.boolean(),
    twin: fc.boolean(),
  });
  test('keeps all comments and every other table, whatever the order', () => {
    const permuted = fc
      .array(part, { minLength: 2, maxLength: 6 })
      .chain((parts) =>
        fc.tuple(
          fc.constant(parts),
          fc.shuffledSubarray([...parts.keys()], { minLength: parts.length }),
          fc.constantFrom('\n', '\r\n'),
          fc.boolean(),
        ),
      );
    fc.assert(
      fc.property(permuted, ([parts, order, end, isClosed]) => {
        const written = parts.map(({ above, under, nested, blank, other, twin }, at) =>
          [
            ...(above ? [`# above ${at}`] : []),
            `[[l]]  # header ${at}`,
            `n = ${twin ? 0 : at}  # beside ${at}`,
            ...(under ? ['', `# under ${at}`] : []),
            ...(other ? ['', `# other ${at}`, `[o${at}]`, 'y = 1'] : []),
            ...(nested ? [`# nested ${at}`, '[l.q]', 'list = [', '  [1], # inner', ']'] : []),
            ...(blank ? [''] : []),
          ].join(end),
        );
        const before = `# top${end}${end}${written.join(end)}${isClosed ? end : ''}`;
        const values = textValues(before);
        const tables = order.map((at) => valueAt(values, ['l', at]));
        const entries = order.map((at) => {
          const { twin, nested } = parts[at] ?? {};
          return `{ n = ${twin ? 0 : at}${nested ? ', q = { list = [[1]] }' : ''} }`;
        });
        const after = set(before, 'l', `[${entries.join(', ')}]`) ?? 'broken';
        expect(textValues(after)).toEqual({ ...values, l: tables });
        const comments = (whole: string) => (whole.match(/#[^\r\n]*/g) ?? []).sort();
        expect(comments(after)).toEqual(comments(before));
        const bare = after.replaceAll('\r\n', '');
        expect(end === '\n' || !bare.includes('\n')).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});
