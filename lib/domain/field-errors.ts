import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Of a union, the issues of the alternative that came closest; of anything else, the issue itself. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [first = [], ...others] = issue.errors;
  const best = others.reduce((a, b) => (b.length < a.length ? b : a), first);
  return best.flatMap((inner) => closest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/**
 * Messages of a failed parse, by the name of the top-level field they belong to; `form` holds what belongs
 * to none (a body that is no object).
 */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string, message: string) => (fields[name] ??= []).push(message);

  for (const issue of error.issues.flatMap(closest)) {
    const [first, ...deeper] = issue.path;
    if (issue.code === 'unrecognized_keys' && first === undefined) {
      for (const name of issue.keys) add(name, 'This field is not known.');
    } else {
      add(first === undefined ? 'form' : String(first), [...deeper.map(String), issue.message].join(': '));
    }
  }
  return fields;
}
