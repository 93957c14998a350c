import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { paragraph, text, type Block } from './document';

/** How to sign in to Codex local, as far as the review and the restriction of clients say. */
export function signInBlocks(facts: RolloutFacts): Block[] {
  const { local } = facts.guide.instructions;
  const { answers } = facts.authentication;
  const { restriction } = facts.loginRestriction;
  const onlyApiKey = restriction ? restriction.method === 'api' : isOnly(answers.local, 'api_key');
  const apiKeyToo = answers.local?.includes('api_key') === true && restriction?.method !== 'chatgpt';
  if (onlyApiKey) {
    const sentences = [local.onlyApiKey, ...(restriction ? [local.chatgptOff] : [])];
    return [paragraph(text(sentences.join(' ')))];
  }
  const sentences = [
    local.signIn,
    ...(asksAgain(facts) ? [local.mfa] : []),
    ...(apiKeyToo ? [local.apiKey] : []),
    ...(namesWorkspaces(facts) ? [local.restricted] : []),
  ];
  return [paragraph(text(sentences.join(' ')))];
}

const asksAgain = ({ authentication: { answers } }: RolloutFacts) =>
  answers.mfa !== null && answers.mfa !== 'nobody';

const namesWorkspaces = ({ loginRestriction: { restriction } }: RolloutFacts) =>
  restriction !== null && restriction.workspaces.length > 0;

const isOnly = (methods: readonly string[] | null, method: string) =>
  methods?.length === 1 && methods[0] === method;
