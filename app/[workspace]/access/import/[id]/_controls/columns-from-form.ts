const firstLine = 'firstLineIsData';

/**
 * The choice of columns in a form whose fields are called `people.email`; no choice is none. The box
 * `firstLineIsData.people` that is not ticked says no.
 */
export function columnsFromForm(form: FormData): Record<string, unknown> {
  const columns: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of form.entries()) {
    const [kind = '', column] = name.split('.');
    if (column === undefined || kind === firstLine) continue;
    columns[kind] = { ...columns[kind], [column]: value === '' ? null : Number(value) };
  }
  const ticked = Object.keys(columns).map((kind) => [kind, form.has(`${firstLine}.${kind}`)]);
  return { id: form.get('id'), columns, [firstLine]: Object.fromEntries(ticked) };
}
