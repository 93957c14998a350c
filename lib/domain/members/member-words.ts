import { z } from 'zod';
import { appRoles } from '#lib/domain/authorization/can';
import type { StoredEvent, Wording } from '#lib/domain/audit/event-words';
import { appRoleWords } from './app-role-words';

const appRole = z.enum(appRoles);
const end = z.string().nullable();
const member = z.object({ name: z.string(), appRole, endsOn: end });
const joined = member.extend({ invitedBy: z.string() });
const invitation = z.object({
  appRole,
  name: z.string().nullable(),
  email: z.string().nullable(),
  endsOn: end,
});

const roleOf = ({ appRole: role, endsOn }: { appRole: z.infer<typeof appRole>; endsOn: string | null }) =>
  `${appRoleWords[role].inSentence}${endsOn ? ` until ${endsOn}` : ''}`;

const meantFor = ({ name, email }: z.infer<typeof invitation>) => name ?? email ?? 'somebody';

/** Words an event about one stored shape; null where the value has another. */
const told =
  <T>(schema: z.ZodType<T>, side: 'before' | 'after', words: (value: T) => string): Wording =>
  (event: StoredEvent) => {
    const value = schema.safeParse(event[side]).data;
    return value === undefined ? null : [words(value)];
  };

/** Words of the events about members and invitations. */
export const memberWordings: Readonly<Record<string, Wording>> = {
  'invitation.made': told(invitation, 'after', (made) => `invited ${meantFor(made)} as ${roleOf(made)}`),
  'invitation.renewed': told(invitation, 'after', (made) => `made a new link to invite ${meantFor(made)}`),
  'invitation.revoked': told(invitation, 'before', (made) => `revoked the invitation of ${meantFor(made)}`),
  'member.joined': told(joined, 'after', (came) => `joined as ${roleOf(came)}, invited by ${came.invitedBy}`),
  'member.role_set': told(member, 'after', (now) => `made ${now.name} ${roleOf(now)}`),
  'member.deactivated': told(member, 'after', ({ name }) => `deactivated ${name}`),
  'member.reactivated': told(member, 'after', ({ name }) => `gave access back to ${name}`),
};
