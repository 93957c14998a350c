import { z } from 'zod';
import { idOf, type Wording } from '#lib/domain/audit/event-words';

const fleetAfter = z.object({ oldest: z.string(), newest: z.string() });

/** Words of the events about the clients that are asked, and about what they said. */
export const clientWordings: Readonly<Record<string, Wording>> = {
  'client.wanted': ({ subject }) => [`asked for the Codex client ${idOf(subject)} from npm`],
  'client.added': ({ subject }) => [`added the Codex client ${idOf(subject)} from a package`],
  'client.fetched': ({ subject }) => [`fetched the Codex client ${idOf(subject)}`],
  'client.removed': ({ subject }) => [`removed the Codex client ${idOf(subject)}`],
  'fleet.said': ({ after }) => {
    const said = fleetAfter.safeParse(after).data;
    return said ? [`said the fleet runs Codex clients from ${said.oldest} to ${said.newest}`] : null;
  },
  'certificate.asked': ({ subject }) => [`had clients asked about version ${idOf(subject)}`],
  'certificate.uploaded': ({ subject }) => [`brought a certificate of version ${idOf(subject)}`],
  'certificate.made': certificateWords,
};

const made = z.object({ client: z.string(), verdict: z.string() });

function certificateWords({ subject, after }: Parameters<Wording>[0]): ReturnType<Wording> {
  const found = made.safeParse(after).data;
  if (!found) return null;
  const outcome = found.verdict === 'as_intended' ? 'takes it as intended' : 'does not take it as intended';
  return [`noted that the Codex client ${found.client} ${outcome}: version ${idOf(subject)}`];
}
