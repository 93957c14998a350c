import 'server-only';
import { z } from 'zod';
import { loadFacts } from '#lib/data/load-facts';
import {
  authenticationQuestions,
  authenticationView,
  toAuthenticationView,
} from '#lib/domain/authentication/authentication';
import { authenticationGround } from '#lib/domain/authentication/authentication-standing';
import { applicableQuestions, authenticationConsequences } from '#lib/domain/authentication/consequences';
import { defineQuery } from './define-query';

const consequence = z.object({
  id: z.string(),
  kind: z.enum(['contradiction', 'duty', 'note']),
  question: z.enum(authenticationQuestions),
  text: z.string(),
  source: z.string(),
});

/** The authentication review: the answers, the questions that apply, and what the answers bring with them. */
export const readAuthentication = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: authenticationView.extend({
    questions: z.array(z.enum(authenticationQuestions)),
    consequences: z.array(consequence),
  }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const ground = authenticationGround(facts);
    return {
      ...toAuthenticationView(facts.authentication),
      questions: applicableQuestions(ground),
      consequences: authenticationConsequences(ground),
    };
  },
});
