/** What is asked of a prerequisite, and what to look for. Source: guide 2026-03, Step 1, “Prerequisites”. */
export const prerequisiteTexts: Readonly<Record<string, { question: string; lookFor: string }>> = {
  'prerequisite.repositories': {
    question: 'Are the repositories on GitHub in the cloud?',
    lookFor: 'Their addresses begin with github.com. Codex cloud takes none that a company hosts itself.',
  },
  'prerequisite.github_admin': {
    question: 'Does whoever sets this up reach them?',
    lookFor: 'A GitHub admin of the organization, who may have to approve the connector.',
  },
};
