import type { Route } from 'next';
import { decisionKeys, type DecisionKey } from '#lib/domain/config/decision-values';
import { configFileNames } from '#lib/domain/config/file-sections';
import { presetNames, type PresetName } from '#lib/domain/config/presets';

/** The decisions whose form is open: all five, or one of them. */
export type Decide = 'by-hand' | DecisionKey;

const decides: readonly Decide[] = ['by-hand', ...decisionKeys];

/** What the address of the page says: the file shown (a name or a path of Team Config), the preset compared, the decisions somebody takes by hand. */
export type Shown = { file: string; preset: PresetName | null; decide: Decide | null };

type Search = Record<string, string | string[] | undefined>;

/** What `search` shows; words nobody knows show what stands there without them. */
export function shownBy(search: Search): Shown {
  return {
    file: typeof search.file === 'string' ? search.file : configFileNames[0],
    preset: presetNames.find((name) => name === search.preset) ?? null,
    decide: decides.find((decide) => decide === search.decide) ?? null,
  };
}

/** The address of the page that shows `shown`, at `place`. */
export function configurationAddress(slug: string, shown: Partial<Shown>, place?: string): Route {
  const search = new URLSearchParams({
    ...(shown.file ? { file: shown.file } : {}),
    ...(shown.preset ? { preset: shown.preset } : {}),
    ...(shown.decide ? { decide: shown.decide } : {}),
  });
  const query = search.size > 0 ? `?${search.toString()}` : '';
  // safe because the parts are a slug and words of this file
  return `/${slug}/rollout/configuration${query}${place ? `#${place}` : ''}` as Route;
}
