const number = (value: FormDataEntryValue | null) =>
  typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(/[\s,]/g, '')) : undefined;

/** A wave's form as a command's input; of a new wave there is neither id nor version. */
export function waveInput(form: FormData): Record<string, unknown> {
  const id = form.get('id');
  return {
    name: form.get('name'),
    groupIds: form.getAll('groupIds'),
    size: number(form.get('size')),
    startsOn: form.get('startsOn'),
    endsOn: form.get('endsOn'),
    ...(id === null ? {} : { id, version: Number(form.get('version')) }),
  };
}
