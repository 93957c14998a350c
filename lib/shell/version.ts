import 'server-only';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The version of this product, as package.json says. */
export const version: string = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8'))).version;
