import { z } from 'zod';

const trusted = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url('Give the address of a PostgreSQL database.'),
  AUTH_SECRET: z.string().min(32, 'Use at least 32 characters.'),
  SLIPWAY_URL: z.url({ protocol: /^https?$/, error: 'Give the address people open, with http or https.' }),
  SLIPWAY_DATA_DIR: z.string().default('.data'),
  /** Addresses or CIDR ranges of the proxies whose forwarded headers are believed. */
  SLIPWAY_TRUSTED_PROXIES: trusted,
  /** Whether the example rollout is made at the start, unless it is there. */
  SLIPWAY_EXAMPLE: z.stringbool().default(false),
  SLIPWAY_BOOTSTRAP_EMAIL: z.string().optional(),
  SLIPWAY_BOOTSTRAP_PASSWORD: z.string().optional(),
  SLIPWAY_BOOTSTRAP_WORKSPACE: z.string().optional(),
  SLIPWAY_BOOTSTRAP_TOKEN: z.string().optional(),
});

/** The environment this process was started with. */
export type Env = z.output<typeof schema>;

let parsed: Env | null = null;

/** The environment, parsed once. Throws with the names of what is missing or wrong, never with a value. */
export function env(): Env {
  if (parsed) return parsed;
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${faults.join(' ')}`);
  }
  parsed = result.data;
  return parsed;
}

/** Whether people open the product by https; then cookies are `Secure` and carry the `__Host-` prefix. */
export const isHttps = (): boolean => env().SLIPWAY_URL.startsWith('https:');
