// The paths that documents name: each must exist.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './project.mjs';

/** Made at run time, so not in a fresh clone. */
const made = /^(\.\/)?(\.data|\.next|\.next-test|node_modules|prisma\/generated|test-results)(\/|$)/;
const extension = /\.(ts|tsx|mjs|js|json|md|sql|prisma|css|yml)$/;
const placeholder = /[*<>{}…\s:]|NNNN|\.\.\./;

/** @param {string} dir @returns {string[]} */
const markdownBelow = (dir) =>
  fs.existsSync(dir)
    ? fs
        .readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.join(dir, name))
    : [];

/**
 * The words in backticks of a text that name a file or folder of the project: they have a slash, and
 * begin with something in the root folder or end like a source file.
 * @param {string} text
 * @param {(name: string) => boolean} isInRoot
 */
export function pathsIn(text, isInRoot) {
  const words = [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
  return words.filter((word) => {
    if (!word.includes('/') || /^[/#@~]/.test(word) || placeholder.test(word) || made.test(word))
      return false;
    return extension.test(word) || isInRoot(word.replace(/^\.\//, '').split('/')[0] ?? '');
  });
}

/** One sentence for each path that a document names and that is not there. */
export function missingPaths() {
  const documents = ['README.md', 'CONTRIBUTING.md'].map((name) => inRoot(name)).filter(fs.existsSync);
  const isInRoot = (/** @type {string} */ name) => fs.existsSync(inRoot(name));
  return [...documents, ...markdownBelow(inRoot('docs'))].flatMap((file) =>
    pathsIn(fs.readFileSync(file, 'utf8'), isInRoot)
      .filter(
        (named) => !fs.existsSync(inRoot(named)) && !fs.existsSync(path.join(path.dirname(file), named)),
      )
      .map((named) => `${path.relative(root, file)} names ${named}, which does not exist.`),
  );
}
