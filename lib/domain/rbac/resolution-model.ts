/**
 * How several roles become one access, by the date of what says so.
 *
 * `guide-2026-03`: a permission is on or not mentioned; any custom role switches the workspace defaults off.
 * `tri-state`: a permission is on, off, or default, which follows the workspace defaults; people may have roles
 * directly; an off beside an on is granted. The newest Help Center article and the guide agree that the most
 * permissive role wins; the roles pages of autumn 2026 say that an off denies.
 *
 * Source: guide 2026-03, Step 2; Help Center article 11750701, autumn 2026.
 */
export const resolutionModels = ['guide-2026-03', 'tri-state'] as const;

export type ResolutionModel = (typeof resolutionModels)[number];

/** What a model is called, with the date of what says so. */
export const modelNames: Readonly<Record<ResolutionModel, string>> = {
  'guide-2026-03': 'Guide, March 2026',
  'tri-state': 'Tri-state, autumn 2026',
};

/** The model of a workspace; version 0 until somebody chose one. */
export type ChosenModel = { model: ResolutionModel; version: number };

/** What counts until somebody chooses: what the guide says. */
export const guideModel: ChosenModel = { model: 'guide-2026-03', version: 0 };
