import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { iconNames } from './icon-names';

type Shape = [tag: string, attributes: Record<string, string>];

/** Newer names of drawings that we call by the older one. */
const renamed = { history: 'rotate-ccw-clock', 'triangle-alert': 'triangle-exclamation-point' };

/** lucide-react loads only where React has its client half, so a plain Node reads the drawings. */
function readDrawings(names: readonly string[]): Record<string, Shape[]> {
  const script = `
    const [names, renamed] = JSON.parse(process.argv[1]);
    const file = (name) => 'lucide-react/icons/' + (renamed[name] ?? name);
    const load = async (name) => [name, (await import(file(name))).__iconData.node];
    console.log(JSON.stringify(Object.fromEntries(await Promise.all(names.map(load)))));`;
  const argv = ['--input-type=module', '-e', script, JSON.stringify([names, renamed])];
  // safe because a drawing of another shape would not match the sprite
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' })) as Record<string, Shape[]>;
}

function draw([tag, { key: _key, ...attributes }]: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<${tag} ${written.join(' ')}/>`;
}

test('the sprite holds every named drawing exactly as lucide draws it', async () => {
  const symbols = Object.entries(readDrawings(iconNames)).map(
    ([name, shapes]) => `<symbol id="${name}" viewBox="0 0 24 24">${shapes.map(draw).join('')}</symbol>`,
  );
  const sprite = `<!-- Lucide, ISC licence --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join('\n')}\n</svg>\n`;

  await expect(sprite).toMatchFileSnapshot('./icons.svg');
});
