import 'server-only';
import { createApiToken } from '#lib/commands/api-tokens/create-api-token';
import { revokeApiToken } from '#lib/commands/api-tokens/revoke-api-token';
import { deactivateMember } from '#lib/commands/members/deactivate-member';
import { inviteMember } from '#lib/commands/members/invite-member';
import { reactivateMember } from '#lib/commands/members/reactivate-member';
import { renewInvitation } from '#lib/commands/members/renew-invitation';
import { revokeInvitation } from '#lib/commands/members/revoke-invitation';
import { setMemberRole } from '#lib/commands/members/set-member-role';
import { readOwnTokens } from '#lib/queries/api-tokens';
import { readInvitations, readMember, readMembers } from '#lib/queries/members';
import type { Operations } from './operation';

/** Members, the invitations by which they come, and the API tokens that act as them. */
export const memberOperations = {
  '/members': { get: { summary: 'Who is here, by name', of: readMembers } },
  '/members/{id}': { get: { summary: 'One member', of: readMember } },
  '/members/{id}/role': { put: { summary: 'Give a member another app role', of: setMemberRole } },
  '/members/{id}/deactivation': {
    post: { summary: 'Take a member’s access away', of: deactivateMember },
    delete: { summary: 'Give a member access again', of: reactivateMember },
  },
  '/invitations': {
    get: { summary: 'Invitations nobody has used', of: readInvitations },
    post: { summary: 'Make a link that invites one person', of: inviteMember },
  },
  '/invitations/{id}': { delete: { summary: 'Revoke an invitation', of: revokeInvitation } },
  '/invitations/{id}/link': {
    post: { summary: 'Give an invitation a new link', of: renewInvitation },
  },
  '/tokens': {
    get: { summary: 'One’s own API tokens', of: readOwnTokens },
    post: { summary: 'Make an API token that acts as oneself', of: createApiToken },
  },
  '/tokens/{id}': { delete: { summary: 'Revoke one of one’s own API tokens', of: revokeApiToken } },
} as const satisfies Operations;
