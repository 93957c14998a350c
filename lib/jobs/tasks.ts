import 'server-only';
import type { JobTask } from './job';
import { sendMail } from './send-mail';

/** Every job by the name under which commands leave it. */
export const tasks: Readonly<Record<string, JobTask>> = { 'send-mail': sendMail };
