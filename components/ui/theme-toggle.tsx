'use client';

import { IconButton } from './button';
import { themeCookie } from './theme';

const YEAR_SECONDS = 31_536_000;

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}

/** Changes between light and dark, here and on every later page. */
export function ThemeToggle() {
  return <IconButton icon="sun-moon" label="Switch between light and dark" onClick={switchTheme} />;
}
