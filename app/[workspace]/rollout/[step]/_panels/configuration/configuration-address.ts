import type { Route } from 'next';
import { configFileNames } from '#lib/domain/config/file-sections';
import { presetNames, type PresetName } from '#lib/domain/config/presets';

/** What the address of the page says: the file shown (a name or a path of Team Config), the preset compared, whether somebody decides by hand. */
export type Shown = { file: string; preset: PresetName | null; byHand: boolean };

type Search = Record<string, string | string[] | undefined>;

/** What `search` shows; words nobody knows show what stands there without them. */
export function shownBy(search: Search): Shown {
  return {
    file: typeof search.file === 'string' ? search.file : configFileNames[0],
    preset: presetNames.find((name) => name === search.preset) ?? null,
    byHand: search.decide === 'by-hand',
  };
}

/** The address of the page that shows `shown`, at `place`. */
export function configurationAddress(slug: string, shown: Partial<Shown>, place?: string): Route {
  const search = new URLSearchParams({
    ...(shown.file ? { file: shown.file } : {}),
    ...(shown.preset ? { preset: shown.preset } : {}),
    ...(shown.byHand ? { decide: 'by-hand' } : {}),
  });
  const query = search.size > 0 ? `?${search.toString()}` : '';
  // safe because the parts are a slug and words of this file
  return `/${slug}/rollout/configuration${query}${place ? `#${place}` : ''}` as Route;
}
