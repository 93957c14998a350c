import 'server-only';
import { setExpectations } from '#lib/commands/expectations/set-expectations';
import { readExpectations, readExpectationsFile } from '#lib/queries/expectations';
import type { Operations } from './operation';

/** Step 2: what is expected of access. */
export const expectationOperations = {
  '/access/expectations': {
    get: { summary: 'What is expected of access, and whether it holds; as YAML too', of: readExpectations },
    put: { summary: 'Say what is expected of access; as YAML too', of: setExpectations },
  },
  '/access/expectations.yaml': {
    get: {
      summary: 'What is expected of access, as a file of YAML',
      of: readExpectationsFile,
      gives: 'application/yaml',
    },
  },
} as const satisfies Operations;
