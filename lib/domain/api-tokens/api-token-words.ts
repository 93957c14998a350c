import { z } from 'zod';
import type { StoredEvent, Wording } from '#lib/domain/audit/event-words';

const token = z.object({ name: z.string(), endsOn: z.string().nullable() });

/** Words of the events about API tokens. */
export const apiTokenWordings: Readonly<Record<string, Wording>> = {
  'api_token.created': ({ after }: StoredEvent) => {
    const made = token.safeParse(after).data;
    if (!made) return null;
    return [`made the API token ${made.name}, ${made.endsOn ? `until ${made.endsOn}` : 'without end'}`];
  },
  'api_token.revoked': ({ before }: StoredEvent) => {
    const ended = token.safeParse(before).data;
    return ended ? [`revoked the API token ${ended.name}`] : null;
  },
};
