import 'server-only';
import { addEnvironment } from '#lib/commands/environments/add-environment';
import { changeEnvironment } from '#lib/commands/environments/change-environment';
import { removeEnvironment } from '#lib/commands/environments/remove-environment';
import { setIntegration } from '#lib/commands/integrations/set-integration';
import { addRepository } from '#lib/commands/repositories/add-repository';
import { changeRepository } from '#lib/commands/repositories/change-repository';
import { importRepositories } from '#lib/commands/repositories/import-repositories';
import { removeRepository } from '#lib/commands/repositories/remove-repository';
import { readEnvironments } from '#lib/queries/environments';
import { readInstructions, readInstructionsFile } from '#lib/queries/instructions';
import { readIntegration } from '#lib/queries/integrations';
import { readRepositories, readRepositoriesFile, readRepository } from '#lib/queries/repositories';
import type { Operations } from './operation';

/** Step 4: repositories, environments, integrations, and the instructions for end users. */
export const cloudOperations = {
  '/repositories': {
    get: { summary: 'The repositories, a page at a time', of: readRepositories },
    post: { summary: 'Add a repository', of: addRepository },
  },
  '/repositories/{id}': {
    get: { summary: 'One repository', of: readRepository },
    put: { summary: 'Change what is written down of a repository', of: changeRepository },
    delete: { summary: 'Take a repository off the list', of: removeRepository },
  },
  '/repositories/import': {
    post: {
      summary: 'Add and change repositories by a CSV file, whole or not at all',
      of: importRepositories,
    },
  },
  '/repositories/export': {
    get: { summary: 'The repositories as a CSV file', of: readRepositoriesFile, gives: 'text/csv' },
  },
  '/environments': {
    get: { summary: 'The environments of Codex cloud', of: readEnvironments },
    post: { summary: 'Write down an environment', of: addEnvironment },
  },
  '/environments/{id}': {
    put: { summary: 'Change what is written down of an environment', of: changeEnvironment },
    delete: { summary: 'Remove an environment from what is written down', of: removeEnvironment },
  },
  '/integrations/{key}': {
    get: { summary: 'Where an integration stands', of: readIntegration },
    put: { summary: 'Say that an integration is set up, is not, or is left out', of: setIntegration },
  },
  '/instructions': { get: { summary: 'The instructions for end users', of: readInstructions } },
  '/instructions.md': {
    get: {
      summary: 'The instructions for end users as a file',
      of: readInstructionsFile,
      gives: 'text/markdown',
    },
  },
} as const satisfies Operations;
