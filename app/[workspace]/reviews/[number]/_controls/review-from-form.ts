import { reviewParts } from '#lib/domain/reviews/review';

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/** The lines of one part: fields `findings.0.text`, `findings.0.owner` and so on; lines without text are left out. */
function linesOf(form: FormData, part: string) {
  const lines: { text: string; owner: string | null; dueOn: string | null }[] = [];
  for (let index = 0; form.has(`${part}.${index}.text`); index += 1) {
    const name = `${part}.${index}`;
    const words = text(form, `${name}.text`);
    const rest = { owner: text(form, `${name}.owner`), dueOn: text(form, `${name}.dueOn`) };
    // An owner or a day without words is refused rather than passed over.
    if (words !== null || rest.owner !== null || rest.dueOn !== null)
      lines.push({ text: words ?? '', ...rest });
  }
  return lines;
}

/** The text in a review's form, as the commands take it. */
export function reviewFromForm(form: FormData): Record<string, unknown> {
  return {
    ...Object.fromEntries(reviewParts.map((part) => [part, linesOf(form, part)])),
    number: Number(form.get('number')),
    version: Number(form.get('version')),
  };
}

/** The same with the date of the next review, as a signature takes it. */
export function signatureFromForm(form: FormData): Record<string, unknown> {
  return { ...reviewFromForm(form), nextOn: form.get('nextOn') };
}
