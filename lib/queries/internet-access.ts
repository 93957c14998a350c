import 'server-only';
import { z } from 'zod';
import { loadFacts } from '#lib/data/load-facts';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { acceptanceView, toAcceptanceView } from '#lib/domain/acceptances/acceptance-view';
import { internetAccessView, toInternetAccessView } from '#lib/domain/internet-access/internet-access';
import { defineQuery } from './define-query';

/** What agents may reach on the internet, and whether its risk is accepted. */
export const readInternetAccess = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: internetAccessView.extend({
    acceptance: acceptanceView.extend({
      state: z.enum(['none', 'withdrawn', 'ended', 'stale', 'standing']),
      why: z.string().nullable(),
    }),
  }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const subject = 'internet_access.risk';
    const { state, acceptance, reason: why } = acceptanceStatus(subject, facts);
    return {
      ...toInternetAccessView(facts.internetAccess),
      acceptance: { ...toAcceptanceView(subject, acceptance ?? undefined), state, why },
    };
  },
});
