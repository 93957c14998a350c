/** Name of the cookie that keeps light or dark; without it the system decides. */
export const themeCookie = 'theme';

export type Theme = 'light' | 'dark';

/** The theme a cookie asks for, for `data-theme` on `<html>`. */
export function readTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined;
}
