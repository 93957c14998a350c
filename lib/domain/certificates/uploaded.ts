import { z } from 'zod';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { err, ok, type Result } from '#lib/domain/result';
import { clientVersion, keyResult, sha256Text, type KeyResult } from './certificate';

/** What `npm run certify` writes on another machine. */
export const certificateFile = z.strictObject({
  format: z.literal('slipway-certificate-1', 'This is no certificate that npm run certify wrote.'),
  client: clientVersion,
  clientSha256: sha256Text,
  at: z.iso.datetime(),
  verdict: z.string(),
  /** SHA-256 of each file that the client was given, by its path: what the certificate is bound to. */
  files: z.record(z.string().max(300), sha256Text),
  results: z.array(keyResult).max(20_000),
});

/** What `npm run certify` writes on another machine. */
export type CertificateFile = z.output<typeof certificateFile>;

/** Why an uploaded certificate is not taken. */
export type UploadError =
  | { code: 'not_a_certificate'; message: string; fields: Record<string, string[]> }
  | { code: 'other_content'; message: string; fields: Record<string, string[]> };

/** A certificate out of a file. Fails with `not_a_certificate`. */
export function readCertificateFile(text: string): Result<CertificateFile, UploadError> {
  const parsed = certificateFile.safeParse(parseJson(text));
  if (parsed.success) return ok(parsed.data);
  const message = 'This is no certificate that npm run certify wrote.';
  return err({ code: 'not_a_certificate', message, fields: { file: [message] } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The results of a certificate, if it is about exactly these files. Fails with `other_content`, naming the first file
 * that differs.
 */
export function resultsFor(
  { files: asked, results }: CertificateFile,
  files: readonly VersionFile[],
  sha256: (text: string) => string,
): Result<KeyResult[], UploadError> {
  const own = new Map(files.map(({ path, text }) => [path, sha256(text)]));
  const paths = [...new Set([...own.keys(), ...Object.keys(asked)])];
  const other = paths.find(
    (path) => own.get(path) !== (Object.hasOwn(asked, path) ? asked[path] : undefined),
  );
  if (other === undefined) return ok(results);
  const message = `It is about other files than this version holds: ${other} differs.`;
  return err({ code: 'other_content', message, fields: { file: [message] } });
}
