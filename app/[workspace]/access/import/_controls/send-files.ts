import { importRefusalWords } from '#lib/domain/imports/import-refusals';

type Answer = { id: string; refused: null } | { id: null; refused: string };

const text = (value: unknown, key: string): string | null => {
  const held: unknown = value !== null && typeof value === 'object' ? Reflect.get(value, key) : null;
  return typeof held === 'string' ? held : null;
};

/** Sends a form with files for a dry run: the import's id, or why the files were not taken. */
export async function sendFiles(address: string, form: FormData): Promise<Answer> {
  try {
    const response = await fetch(`${address}?dryRun=true`, { method: 'POST', body: form });
    const body: unknown = await response.json();
    const id = response.ok ? text(body, 'id') : null;
    if (id !== null) return { id, refused: null };
    const told = text(body, 'code') === 'file_refused' ? text(body, 'title') : null;
    return { id: null, refused: told ?? importRefusalWords(text(body, 'code') ?? '') };
  } catch {
    return { id: null, refused: 'The server could not be reached. Nothing was changed; try again.' };
  }
}
