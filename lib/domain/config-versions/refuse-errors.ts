import type { Finding } from '#lib/domain/config-check/finding';
import { fileOfText, textNames, type TextName } from '#lib/domain/config-text/text-view';
import { err, ok, type Result } from '#lib/domain/result';

/** Some client would refuse, replace or ignore what the files say. */
export type ErrorsLeft = { code: 'errors_left'; message: string };

/** What was found in the texts of a draft, and in its policies in their order. */
export type DraftFound = {
  texts: Readonly<Record<TextName, readonly Finding[]>>;
  policies: readonly { name: string; findings: readonly Finding[] }[];
};

/** How many errors are told one by one. */
const mostTold = 8;

/** Refuses files that hold errors, with `errors_left`: nobody can want what no client does. */
export function refuseErrors({ texts, policies }: DraftFound): Result<null, ErrorsLeft> {
  const errors = [
    ...textNames.flatMap((name) => errorsIn(fileOfText[name], texts[name])),
    ...policies.flatMap(({ name, findings }) => errorsIn(`Policy “${name}”`, findings)),
  ];
  if (errors.length === 0) return ok(null);
  const left = errors.length - mostTold;
  const others = left > 0 ? [`And ${String(left)} more.`] : [];
  const message = ['Mend the errors first.', ...errors.slice(0, mostTold), ...others].join(' ');
  return err({ code: 'errors_left', message });
}

const errorsIn = (where: string, findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ line, message }) => `${where}, line ${String(line)}: ${message}`);
