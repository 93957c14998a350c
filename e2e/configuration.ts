import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

export const path = (slug: string, query = '') => `/${slug}/rollout/configuration${query}`;
export const baseline = (page: Page) =>
  page.getByRole('region', { name: 'Five baseline decisions for the pilot' });
export const take = (page: Page, preset: string) =>
  page.getByRole('button', { name: `Take the ${preset} preset` }).click();

/** Chooses the file's tab, presses Download, and gives the bytes that arrived as text. */
export async function download(page: Page, name: string): Promise<string> {
  await page.getByRole('navigation', { name: 'Files' }).getByRole('link', { name }).click();
  const link = page.getByRole('link', { name: `Download ${name}` });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toBe(name);
  return readFile(await file.path(), 'utf8');
}
