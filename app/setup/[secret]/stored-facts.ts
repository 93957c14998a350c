/** What the first run says plainly, before anything is typed. */
export const storedFacts = [
  {
    icon: 'database',
    title: 'On this server, in its own PostgreSQL',
    text: 'Names and e-mail addresses you enter, your decisions, confirmations, and a record of every change.',
  },
  {
    icon: 'plug-zap',
    title: 'Nothing leaves it',
    text: 'No account elsewhere, no usage data, no update check. Only if you turn it on does Slipway read the vendor’s list of IP ranges once a day.',
  },
  {
    icon: 'code-xml',
    title: 'No code, no prompts',
    text: 'Slipway never sees what your developers write, nor what Codex answers.',
  },
  {
    icon: 'toggle-left',
    title: 'It does not reach into ChatGPT',
    text: 'You flip the switches there. Slipway holds what is wanted and what was confirmed, and shows every difference.',
  },
  {
    icon: 'undo-2',
    title: 'Yours to take away',
    text: 'All of it is in one data folder, or in the PostgreSQL you name. Deleting it ends it.',
  },
] as const;
