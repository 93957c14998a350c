import 'server-only';
import { z } from 'zod';
import { putInOutbox } from '#lib/adapters/mailer';
import type { JobRun } from './job';

const payload = z.strictObject({ to: z.email(), subject: z.string(), text: z.string() });

/** Writes a mail that a command left behind to the file outbox. */
export async function sendMail(raw: unknown, { id, now, dataDir }: JobRun): Promise<void> {
  const mail = payload.parse(raw);
  await putInOutbox(mail, {
    folder: `${dataDir}/outbox`,
    from: 'Slipway <slipway@localhost>',
    id: `mail-${id}`,
    now,
  });
}
