import 'server-only';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Mail } from '#lib/domain/owners/named-owner-mail';

const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/**
 * Puts a mail into the file outbox as `<id>.eml` (RFC 5322), whole or not at all, and gives the path.
 *
 * The same `id` writes the same file again, so a job that is tried twice leaves one mail.
 */
export async function putInOutbox(
  mail: Mail,
  { folder, from, id, now }: { folder: string; from: string; id: string; now: Date },
): Promise<string> {
  const { message } = await composer.sendMail({ ...mail, from, date: now, messageId: `<${id}@slipway>` });
  const path = join(folder, `${id}.eml`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // safe because `buffer: true` makes the composer hand over a Buffer
  await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
  await rename(`${path}.part`, path);
  return path;
}
