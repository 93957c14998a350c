import type { CompletionContext } from '@codemirror/autocomplete';
import { foldService } from '@codemirror/language';
import { hoverTooltip } from '@codemirror/view';
import type { FindKeys } from './find-keys';
import { keyAt, tableAt } from './toml-places';

/** A table folds from the end of its header to the line before the next one. */
export const tableFolds = foldService.of((state, lineStart, lineEnd) => {
  if (!/^\s*\[/.test(state.doc.sliceString(lineStart, lineEnd))) return null;
  let { number } = state.doc.lineAt(lineStart);
  let end = lineEnd;
  while (number < state.doc.lines) {
    const line = state.doc.line((number += 1));
    if (/^\s*\[/.test(line.text)) break;
    if (line.text.trim() !== '') end = line.to;
  }
  return end > lineEnd ? { from: lineEnd, to: end } : null;
});

/** Keys to go on with where a key or the name of a table is typed. */
export async function complete(context: CompletionContext, findKeys: FindKeys) {
  const typed = context.matchBefore(/^\s*\[{0,2}[\w.-]*$/m);
  if (!typed || (typed.text.trim() === '' && !context.explicit)) return null;
  const isHeader = typed.text.includes('[');
  const name = typed.text.replace(/^[\s[]*/, '');
  const table = isHeader ? '' : tableAt(context.state.doc.toString(), context.pos);
  const found = await findKeys(`${table}${name}`);
  const options = found
    .filter(({ key }) => key.startsWith(table) && key !== table)
    .map(({ key, help, sample }) => {
      const label = key.slice(table.length);
      return {
        label,
        type: 'property',
        info: help,
        apply: isHeader || sample === null ? label : `${label} = ${sample}`,
      };
    });
  return { from: context.pos - name.length, options, validFor: /^[\w.-]*$/ };
}

/** What a key does, over its name. */
export const helpOver = (findKeys: FindKeys) =>
  hoverTooltip(async (view, offset) => {
    const found = keyAt(view.state.doc.toString(), offset);
    if (!found) return null;
    const known = (await findKeys(found.key)).find(({ key }) => key === found.key);
    if (!known) return null;
    return {
      ...{ pos: found.from, end: found.to, above: true },
      create() {
        const dom = document.createElement('div');
        dom.className = 'editor-help';
        dom.textContent = known.help;
        return { dom };
      },
    };
  });
