import type { Route } from 'next';
import Link from 'next/link';
import { Box } from '#components/ui/box';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { listActivity } from '#lib/queries/activity';
import { readAuditProtection } from '#lib/queries/audit-protection';
import { requireContext } from '#lib/shell/context';

type Protection = { byPrivilege: boolean; byTrigger: boolean };
type Words = { icon: IconName; tone: Tone; title: string; text: string };

const both: Words = {
  icon: 'shield-check',
  tone: 'done',
  title: 'Append-only by privilege and trigger',
  text: 'The application’s database role may add entries, and may not change or delete one. A trigger refuses both as well, also for the role that owns the tables.',
};
const triggerOnly: Words = {
  icon: 'triangle-alert',
  tone: 'warning',
  title: 'Append-only by trigger only',
  text: 'Slipway signs in to the database with the role that owns the tables. A trigger refuses changes and deletions, but whoever holds this role could remove the trigger. Give the application a role of its own to close that.',
};
const privilegeOnly: Words = {
  icon: 'triangle-alert',
  tone: 'warning',
  title: 'Append-only by privilege only',
  text: 'The application’s database role may not change or delete an entry, but a trigger that refuses it to everybody else was removed or switched off.',
};
const none: Words = {
  icon: 'circle-x',
  tone: 'error',
  title: 'Not protected by the database',
  text: 'Slipway’s database role may change entries, and no trigger refuses it. Only the hashes would show a change.',
};

function wordsOf({ byPrivilege, byTrigger }: Protection): Words {
  if (byPrivilege) return byTrigger ? both : privilegeOnly;
  return byTrigger ? triggerOnly : none;
}

/** How the record is kept as it was written, as the database itself says. */
export async function AuditLogBox({ slug }: { slug: string }) {
  const ctx = await requireContext(slug);
  const [protection, head] = await Promise.all([readAuditProtection(ctx), listActivity(ctx, { limit: 1 })]);
  const { icon, tone, title, text } = wordsOf(protection ?? { byPrivilege: false, byTrigger: false });
  const last = head?.events[0];
  // safe because a slug is lower-case words and hyphens
  const activity = `/${slug}/activity` as Route;
  return (
    <Box
      title="Audit log"
      meta={
        <Link className="alone" href={activity}>
          Activity
        </Link>
      }
      footer={last ? <LastEntry sequence={last.sequence} hash={last.hash} /> : null}
    >
      <p className="flex items-center gap-2">
        <Icon name={icon} tone={tone} />
        <strong>{title}</strong>
      </p>
      <p className="mt-1 max-w-read text-text-2">{text}</p>
    </Box>
  );
}

function LastEntry({ sequence, hash }: { sequence: number; hash: string }) {
  return (
    <span className="meta wrap-anywhere">
      {`Entry ${sequence.toLocaleString('en')}, SHA-256 `}
      <code>{hash}</code>
    </span>
  );
}
