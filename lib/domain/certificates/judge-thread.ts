import type { ConfigForm } from '#lib/domain/config-check/config-key';
import type { KeyOutcome } from './certificate';
import type { ClientAnswer, SeenThread } from './client-answer';
import type { Leaf } from '#lib/domain/config-check/read-leaves';

type Field = keyof SeenThread;

/** Lists of what users may choose, by what a thread shows of the choice. */
const limits: Readonly<Record<string, Field>> = {
  allowed_approval_policies: 'approval',
  allowed_sandbox_modes: 'sandbox',
  allowed_web_search_modes: 'webSearch',
};
/** Starting values, by what a thread shows of them. */
const starts: Readonly<Record<string, Field>> = {
  approval_policy: 'approval',
  sandbox_mode: 'sandbox',
  web_search: 'webSearch',
};

const words: Readonly<Record<Field, string>> = {
  approval: 'the approval policy',
  sandbox: 'the sandbox mode',
  webSearch: 'web search',
};

/** Values under which a thread shows another. */
const seenAs: Readonly<Record<string, string>> = { 'on-failure': 'on-request', indexed: 'cached' };
const seen = (value: unknown): unknown => (typeof value === 'string' ? (seenAs[value] ?? value) : value);

/** What a thread shows of a limit or a starting value: this is what is enforced, whatever is asked for. */
export function judgeThread(
  { path, value }: Leaf,
  { form, answer }: { form: ConfigForm; answer: ClientAnswer },
): { outcome: KeyOutcome; message: string } | null {
  if (form === 'requirements') return judgeLimit(value, answer, limits[path]);
  const field = starts[path];
  const got = field && answer.plain?.[field];
  if (!got || typeof value !== 'string') return null;
  return got === seen(value)
    ? { outcome: 'as_intended', message: `A thread starts with it: ${words[field]} ${got}.` }
    : { outcome: 'replaced', message: `A thread starts with ${words[field]} ${got}.` };
}

function judgeLimit(value: unknown, { plain, asking }: ClientAnswer, field: Field | undefined) {
  if (!field || !Array.isArray(value)) return null;
  const allowed = value.map(seen);
  const isTold = (got: string | null | undefined): got is string => typeof got === 'string';
  const threads = [plain?.[field], asking?.[field]].filter(isTold);
  const isAllowed = (got: string) => allowed.includes(got) || got === 'disabled' || got.startsWith('{');
  const beyond = threads.find((got) => !isAllowed(got));
  if (beyond) {
    return { outcome: 'replaced', message: `A thread gets ${words[field]} ${beyond} all the same.` } as const;
  }
  if (!isTold(asking?.[field])) return null;
  return {
    outcome: 'as_intended',
    message: `A user who asks for the most gets ${words[field]} ${asking[field]}.`,
  } as const;
}
