/** Control and format characters, lone surrogates, line and paragraph separators. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const secretParameter = /key|token|secret|passw|signature|credential|^sig$|^auth/i;

/** Whether every character of `text` can be seen, so that nobody is shown another text than a client reads. */
export function isVisibleText(text: string): boolean {
  return text.search(hidden) === -1;
}

/** `text` with each character that cannot be seen written as its code point, such as `<U+202E>`. */
export function showHidden(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Whether `text` is a whole http or https address in plain ASCII. */
export function isPlainUrl(text: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text);
}

/**
 * Whether an address holds something that must not stand in a file every machine can read: a user
 * name, a password, or a query parameter or fragment named like a key. Text that is no address: false.
 */
export function carriesSecret(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, searchParams, hash } = new URL(text);
  const names = [...searchParams.keys(), ...new URLSearchParams(hash.slice(1)).keys()];
  return username !== '' || password !== '' || names.some((name) => secretParameter.test(name));
}
