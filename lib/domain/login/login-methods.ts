/** How local clients may sign in: as they like, with ChatGPT only, with an API key only. */
export const loginMethods = ['any', 'chatgpt', 'api'] as const;

/** How local clients may sign in. */
export type LoginMethod = (typeof loginMethods)[number];

const methodWords: Readonly<Record<LoginMethod, string>> = {
  any: 'ChatGPT or an API key',
  chatgpt: 'ChatGPT only',
  api: 'API key only',
};

/** A restriction in one line: "ChatGPT only, in 2 workspaces". */
export function restrictionWords(restriction: {
  method: LoginMethod;
  workspaces: readonly string[];
}): string {
  const { method, workspaces } = restriction;
  const count = workspaces.length === 1 ? '1 workspace' : `${workspaces.length} workspaces`;
  return workspaces.length === 0 ? methodWords[method] : `${methodWords[method]}, in ${count}`;
}
