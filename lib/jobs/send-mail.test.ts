import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendMail } from './send-mail';

const mail = {
  to: 'devi@acme.example',
  subject: 'IT management owner for the Codex rollout of Åcme 🚀',
  text: 'Devi,\n\nMara named you.\n.\nA line that begins with a dot is kept.\n',
};

async function newRun() {
  const dataDir = await mkdtemp(join(tmpdir(), 'slipway-mail-'));
  return { id: randomUUID(), now: new Date('2026-11-22T10:00:00Z'), dataDir };
}

describe('the mail job', () => {
  test('writes one whole mail, for the eyes of the server’s user only', async () => {
    const run = await newRun();

    await sendMail(mail, run);

    const folder = join(run.dataDir, 'outbox');
    expect(await readdir(folder)).toEqual([`mail-${run.id}.eml`]);
    const path = join(folder, `mail-${run.id}.eml`);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('To: devi@acme.example\r\n');
    expect(text).toContain('Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n');
    expect(text).toContain('A line that begins with a dot is kept.');
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600');
  });

  test('tried twice, it leaves the same one mail', async () => {
    const run = await newRun();
    const path = join(run.dataDir, 'outbox', `mail-${run.id}.eml`);

    await sendMail(mail, run);
    const first = await readFile(path, 'utf8');
    await sendMail(mail, run);

    expect(await readdir(join(run.dataDir, 'outbox'))).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe(first);
  });

  test('a subject cannot add a header of its own', async () => {
    const run = await newRun();

    await sendMail({ ...mail, subject: 'Hello\r\nBcc: everyone@acme.example' }, run);

    const text = await readFile(join(run.dataDir, 'outbox', `mail-${run.id}.eml`), 'utf8');
    expect(text).not.toMatch(/^Bcc:/im);
  });

  test('a payload that is no mail is refused', async () => {
    await expect(sendMail({ to: 'nobody' }, await newRun())).rejects.toThrow();
  });
});
