// What a browser loads for the first view of a page: every script and style sheet its HTML names.
import { gzipSync } from 'node:zlib';

/**
 * Files of the build that the HTML names, in tags or in the data for hydration. Scripts for browsers
 * without modules are left out: no browser we support asks for them.
 * @param {string} html
 * @param {'js' | 'css'} kind
 */
export function filesIn(html, kind) {
  const old = [...html.matchAll(/<script[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\bnomodule\b/i.test(tag));
  const named = html.matchAll(new RegExp(`(?:/_next/)?(static/[\\w~./-]+\\.${kind})\\b`, 'g'));
  const files = new Set([...named].map(([, file]) => `/_next/${file}`));
  return [...files].filter((file) => !old.some((tag) => tag.includes(file)));
}

/**
 * Bytes after gzip of the first load of one page; the page itself as `html`.
 * @param {string} url
 * @param {Record<string, string>} headers
 */
export async function measureFirstLoad(url, headers) {
  const html = await fetchText(url, headers);
  const sizeOf = async (/** @type {'js' | 'css'} */ kind) => {
    const texts = filesIn(html, kind).map((file) => fetchText(new URL(file, url).href, {}));
    return (await Promise.all(texts)).reduce((sum, text) => sum + gzipSync(text).length, 0);
  };
  return { html: gzipSync(html).length, js: await sizeOf('js'), css: await sizeOf('css') };
}

/** @param {string} url @param {Record<string, string>} headers */
async function fetchText(url, headers) {
  const response = await fetch(url, { headers, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${new URL(url).pathname} answered ${response.status}.`);
  return response.text();
}
