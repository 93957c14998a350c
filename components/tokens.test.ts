import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

const css = readFileSync(new URL('../app/tokens.css', import.meta.url), 'utf8');

const grounds = ['sunken', 'canvas', 'surface', 'raised', 'hover', 'selected'];
const states = ['done', 'progress', 'waiting', 'stale', 'blocked'];
const words = ['text', 'text-2', 'text-3', 'accent', 'done', 'progress', 'waiting', 'stale', 'blocked'];
const parts = ['line-strong', 'focus'];
const tints = states.map((state) => `${state}-tint`);
const schemes: Scheme[] = ['light', 'dark'];

const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ?([\d.]*)\)`;
const token = new RegExp(String.raw`--([\w-]+):\s*light-dark\(${colour}, ${colour}\)`, 'g');

function readTokens(): Record<Scheme, Map<string, Rgb>> {
  const found = { light: new Map<string, Rgb>(), dark: new Map<string, Rgb>() };
  for (const [, name = '', ...numbers] of css.matchAll(token)) {
    const [l = 0, c = 0, h = 0, darkL = 0, darkC = 0, darkH = 0] = numbers.map(Number);
    found.light.set(name, linearRgb(l, c, h));
    found.dark.set(name, linearRgb(darkL, darkC, darkH));
  }
  return found;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function okLab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear RGB. */
const visions: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (one: Rgb, other: Rgb) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [okLab(one), okLab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const tokens = readTokens();

function value(scheme: Scheme, name: string): Rgb {
  const found = tokens[scheme].get(name);
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found;
}

function pairsBelow(floor: number, scheme: Scheme, front: string[], back: string[]): string[] {
  const pairs = front.flatMap((one) => back.map((other) => [one, other] as const));
  return pairs
    .map(([one, other]) => ({ one, other, ratio: contrast(value(scheme, one), value(scheme, other)) }))
    .filter(({ ratio }) => ratio < floor)
    .map(({ one, other, ratio }) => `${one} on ${other}: ${ratio.toFixed(2)}`);
}

describe.each(schemes)('colours in the %s scheme', (scheme) => {
  test('every word can be read on every ground', () => {
    expect(pairsBelow(4.5, scheme, words, grounds)).toEqual([]);
  });

  test('ink can be read on every tint, and each state on its own', () => {
    expect(pairsBelow(4.5, scheme, ['text', 'text-2', 'text-3'], tints)).toEqual([]);
    expect(states.flatMap((state) => pairsBelow(4.5, scheme, [state], [`${state}-tint`]))).toEqual([]);
  });

  test('words on a filled control can be read', () => {
    expect(pairsBelow(4.5, scheme, ['on-primary'], ['primary'])).toEqual([]);
    expect(pairsBelow(4.5, scheme, ['on-accent'], ['accent'])).toEqual([]);
  });

  test('the edge of a control and the focus ring stand out from every ground', () => {
    expect(pairsBelow(3, scheme, parts, grounds)).toEqual([]);
    expect(pairsBelow(3, scheme, ['line-strong'], tints)).toEqual([]);
  });

  test.each(Object.keys(visions))('states stay apart with %s', (vision) => {
    const rows = visions[vision] ?? [];
    const seen = states.map((state) => {
      const [r = 0, g = 0, b = 0] = rows.map((row) => clamp(dot(row, value(scheme, state))));
      return { state, rgb: [r, g, b] as const };
    });
    const close = seen.flatMap((one, index) =>
      seen
        .slice(index + 1)
        .map((other) => ({ pair: `${one.state}, ${other.state}`, apart: distance(one.rgb, other.rgb) })),
    );

    expect(close.filter(({ apart }) => apart < 6)).toEqual([]);
  });
});
