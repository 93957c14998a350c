/** The choice of columns in a form whose fields are called `people.email`; no choice is none. */
export function columnsFromForm(form: FormData): Record<string, unknown> {
  const columns: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of form.entries()) {
    const [kind = '', column] = name.split('.');
    if (column === undefined) continue;
    columns[kind] = { ...columns[kind], [column]: value === '' ? null : Number(value) };
  }
  return { id: form.get('id'), columns };
}
