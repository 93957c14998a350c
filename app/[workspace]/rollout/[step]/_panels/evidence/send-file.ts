import { evidenceRefusalWords, maxEvidenceBytes } from '#lib/domain/attestations/evidence-refusals';

/** Sends a form with a file; null once it is stored, else why it was not. */
export async function sendFile(address: string, form: FormData): Promise<string | null> {
  const file = form.get('file');
  // Nobody waits for ten minutes to hear what is known before.
  if (file instanceof File && file.size > maxEvidenceBytes) return evidenceRefusalWords('too_large');
  try {
    const response = await fetch(address, { method: 'POST', body: form });
    if (response.ok) return null;
    const problem: unknown = await response.json();
    const code = problem !== null && typeof problem === 'object' && 'code' in problem ? problem.code : '';
    return evidenceRefusalWords(String(code));
  } catch {
    return 'The server could not be reached. Nothing was saved; try again.';
  }
}
