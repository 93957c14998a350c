import { z } from 'zod';

/** Version the caller saw of what it writes; 0 for something that was never written. */
export const seenVersion = z.int('Give the version you read.').min(0, 'Give the version you read.');
