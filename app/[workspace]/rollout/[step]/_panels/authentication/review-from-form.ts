import { chatgptMethods, localMethods } from '#lib/domain/authentication/authentication';
import { boxName } from './box-name';

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
};

/** What a form says of the review: a question without an answer is left open. */
export function reviewFromForm(form: FormData): Record<string, unknown> {
  return {
    local: localMethods.filter((method) => form.has(boxName('local', method))),
    chatgpt: chatgptMethods.filter((method) => form.has(boxName('chatgpt', method))),
    mfa: text(form, 'mfa'),
    restriction: text(form, 'restriction'),
    version: Number(form.get('version') ?? Number.NaN),
  };
}
