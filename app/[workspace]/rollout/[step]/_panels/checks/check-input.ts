/** What begins the name of a field about one permission. */
export const permissionField = 'permission:';

const text = (form: FormData, name: string): string | null => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/** A result's form as the command's input. */
export function checkInput(form: FormData): Record<string, unknown> {
  const tried = [...form.entries()].filter(
    ([name, value]) => name.startsWith(permissionField) && value !== '',
  );
  return {
    id: form.get('id'),
    item: form.get('item'),
    outcome: text(form, 'outcome'),
    observed: text(form, 'observed'),
    permissions:
      tried.length === 0
        ? null
        : Object.fromEntries(
            tried.map(([name, value]) => [name.slice(permissionField.length), value === 'works']),
          ),
    note: text(form, 'note'),
    link: text(form, 'link'),
    version: Number(form.get('version')),
  };
}
