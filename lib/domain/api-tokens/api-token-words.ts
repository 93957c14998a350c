import { z } from 'zod';
import type { StoredEvent, Wording } from '#lib/domain/audit/event-words';

const token = z.object({ name: z.string(), endsOn: z.string().nullable() });

function made(what: string): Wording {
  return ({ after }: StoredEvent) => {
    const found = token.safeParse(after).data;
    if (!found) return null;
    return [`made the ${what} ${found.name}, ${found.endsOn ? `until ${found.endsOn}` : 'without end'}`];
  };
}

function revoked(what: string): Wording {
  return ({ before }: StoredEvent) => {
    const found = token.safeParse(before).data;
    return found ? [`revoked the ${what} ${found.name}`] : null;
  };
}

/** Words of the events about API tokens. */
export const apiTokenWordings: Readonly<Record<string, Wording>> = {
  'api_token.created': made('API token'),
  'api_token.revoked': revoked('API token'),
  'delivery_token.created': made('delivery token'),
  'delivery_token.revoked': revoked('delivery token'),
};
