import { EditorView } from '@codemirror/view';

const quiet = { backgroundColor: 'var(--sunken)', color: 'var(--text-2)', borderColor: 'var(--line)' };

/** The editor in the colours of the page, light and dark: its own style sheets come after ours. */
export const editorTheme = EditorView.theme({
  '&': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    minHeight: '240px',
    maxHeight: '70vh',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { font: 'var(--t-code)', overflow: 'auto' },
  '.cm-gutters': {
    border: 'none',
    borderRadius: 'calc(var(--r) - 1px) 0 0 calc(var(--r) - 1px)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text-3)',
  },
  // Seen through: what is selected lies behind the line.
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in oklab, var(--focus) 12%, transparent)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selected)',
  },
  '.cm-tooltip': {
    border: 'none',
    borderRadius: 'var(--r)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--text)',
    font: 'var(--t-body)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: 'var(--t-code)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--selected)',
    color: 'var(--text)',
  },
  '.cm-panels': quiet,
  '.cm-foldPlaceholder': quiet,
});
