import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The fields that issues are about; a field nobody asked for counts as one. */
function fieldsOf(issues: readonly Issue[]): number {
  const names = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
  );
  return new Set(names).size;
}

/** Of a union, the issues of the alternative with the fewest wrong fields; of anything else, the issue itself. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [first = [], ...others] = issue.errors;
  const best = others.reduce((a, b) => (fieldsOf(b) < fieldsOf(a) ? b : a), first);
  return best.flatMap((inner) => closest({ ...inner, path: [...issue.path, ...inner.path] }));
}

const separator = ': ';

/**
 * Messages of a failed parse, by the name of the top-level field they belong to; `form` holds what belongs
 * to none (a body that is no object).
 */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  // A map, because a field may be called like something every object has.
  const fields = new Map<string, string[]>();
  const add = (name: string, message: string) => fields.set(name, [...(fields.get(name) ?? []), message]);

  for (const issue of error.issues.flatMap(closest)) {
    const [first, ...deeper] = issue.path;
    if (issue.code === 'unrecognized_keys' && first === undefined) {
      for (const name of issue.keys) add(name, 'This field is not known.');
    } else {
      add(
        first === undefined ? 'form' : String(first),
        [...deeper.map(String), issue.message].join(separator),
      );
    }
  }
  return Object.fromEntries(fields);
}

/** Of a field's messages, those about the part at `path`, such as `['servers', '0', 'name']`, without the path. */
export function messagesAt(messages: readonly string[], path: readonly string[]): string[] {
  const beginning = path.map((part) => `${part}${separator}`).join('');
  return messages
    .filter((message) => message.startsWith(beginning))
    .map((message) => message.slice(beginning.length));
}
