import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** What makes a text more than a host name: a scheme, a path, a port, a user, a wildcard, spaces. */
const MORE_THAN_A_NAME = /[\s/\\:@?#%*[\]<>|^]/u;
const LONGEST = 253;

type NoDomain = { code: 'no_domain_name'; message: string };

const refused = (text: string, why: string) =>
  err({ code: 'no_domain_name', message: `“${text}” ${why}` } as const);

/**
 * The host name in `text` as the network knows it: lower case, letters outside ASCII in their `xn--` form,
 * without a last dot. Fails with `no_domain_name` for wildcards, addresses, ports, paths and single labels.
 */
export function domainName(text: string): Result<string, NoDomain> {
  const typed = text.trim();
  if (typed.includes('*')) return refused(typed, 'has a wildcard. Write each host name whole.');
  if (typed === '' || MORE_THAN_A_NAME.test(typed)) {
    return refused(typed, 'is no host name. Leave out https://, ports and paths: registry.npmjs.org.');
  }
  if (!URL.canParse(`http://${typed}/`)) return refused(typed, 'is no host name.');
  const host = new URL(`http://${typed}/`).hostname.replace(/\.$/, '');
  if (IPV4.test(host)) return refused(typed, 'is an address. Write the host name behind it.');
  const labels = host.split('.');
  if (labels.length < 2) return refused(typed, 'is one word. Write the whole host name.');
  const isWhole = host.length <= LONGEST && labels.every((label) => LABEL.test(label));
  return isWhole ? ok(host) : refused(typed, 'is no host name.');
}

/** A list of host names, normalised, each once, in the order of the alphabet. Each wrong one is told. */
export const domainNames = z
  .array(z.string().max(1000, 'Use at most 1,000 characters for each.'))
  .max(200, 'Name at most 200 domains.')
  .transform((texts, ctx) => {
    const names = new Set<string>();
    for (const text of texts) {
      const name = domainName(text);
      if (name.ok) names.add(name.value);
      else ctx.addIssue({ code: 'custom', message: name.error.message, input: text });
    }
    return [...names].sort();
  });
