/** What is wrong with the host of a network rule in the client's words, or null. */
export function hostFault(given: string): string | null {
  const host = trimmed(given);
  if (/[/?#]/.test(host)) return 'host must be a hostname or IP literal (without scheme or path)';
  return host.startsWith('[') ? bracketedFault(host) : nameFault(host.replace(/^([^:]+):\d+$/, '$1'));
}

function bracketedFault(host: string): string | null {
  const [, name, suffix = ''] = /^\[([^\]]*)\](.*)$/s.exec(host) ?? [];
  if (name === undefined) return 'host has an invalid bracketed IPv6 literal';
  return /^(?::\d+)?$/.test(suffix) ? nameFault(name) : `host contains an unsupported suffix: ${host}`;
}

function nameFault(name: string): string | null {
  const bare = trimmed(name.replace(/\.+$/, ''));
  if (bare === '') return 'host cannot be empty';
  if (bare.includes('*')) return 'host must be a specific host; wildcards are not allowed';
  return /\p{White_Space}/u.test(bare) ? 'host cannot contain whitespace' : null;
}

const trimmed = (text: string) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
