const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** A policy out of its form: domains stand one in a line, or with commas between them. */
export const policyFromForm = (form: FormData): Record<string, unknown> => ({
  preset: text(form, 'preset'),
  domains: text(form, 'domains')
    .split(/[\n,;]+/)
    .map((domain) => domain.trim())
    .filter((domain) => domain !== ''),
  methods: text(form, 'methods'),
  version: Number(text(form, 'version') || Number.NaN),
});
