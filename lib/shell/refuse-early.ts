import { bytesInWords, maxFormBytes } from '#lib/domain/form-bytes';

/** What of a request decides whether a page may be asked at all. */
type Asked = { method: string; path: string; headers: Headers; siteUrl: string };

/**
 * The status with which a form sent to a page is refused before Next reads it: 413 over 4 MiB, 403 from
 * another site. Null for everything else; the API answers for itself.
 */
export function refusedEarly({ method, path, headers, siteUrl }: Asked): 403 | 413 | null {
  if (method !== 'POST' || path.startsWith('/api/')) return null;
  if (Number(headers.get('content-length') ?? 0) > maxFormBytes) return 413;
  const origin = headers.get('origin');
  if (origin === null) return null;
  const hosts = [headers.get('host'), new URL(siteUrl).host];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host) ? null : 403;
}

/** Why a form was refused, for whoever sees it in the place of a page. */
export const refusalWords: Readonly<Record<403 | 413, string>> = {
  403: 'This form was sent from another site, so it was not read. Nothing was changed.',
  413: `This form is too large: at most ${bytesInWords(maxFormBytes)} are taken. Nothing was changed. Go back one page to find what you typed.`,
};
