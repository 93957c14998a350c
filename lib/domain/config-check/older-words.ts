/** Words that clients still take, with those they read them as. */
export const readAs: Readonly<Record<string, string>> = {
  'on-failure': 'on-request',
  guardian_subagent: 'auto_review',
};
