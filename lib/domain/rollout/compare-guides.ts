import { canonicalJson } from '#lib/domain/audit/chain';
import type { SettingDefinition } from '#lib/domain/settings/setting';
import type { GuideLink } from './guide-link';
import type { Guide } from './step';
import type { TaskDefinition } from './task';

/** One thing of a task that differs between two versions of the guide, as text. */
export type Touch = { what: string; before: string; after: string };

/** A task of both versions that a newer one touches, and by what. */
export type TouchedTask = { id: string; title: string; by: readonly Touch[] };

/** What a newer version of the guide does to the tasks of an older one. */
export type GuideComparison = {
  from: string;
  to: string;
  added: readonly TaskDefinition[];
  removed: readonly TaskDefinition[];
  touched: readonly TouchedTask[];
  /** Ids of the tasks on which a word given for the older version turns stale, because it rests on the guide. */
  asksAgain: readonly string[];
};

/** What changes between two versions of the guide, task by task, each list in the order of its guide. */
export function compareGuides(before: Guide, after: Guide): GuideComparison {
  const [older, newer] = [tasksOf(before), tasksOf(after)];
  const isNewVersion = before.version !== after.version;
  return {
    from: before.version,
    to: after.version,
    added: [...newer.values()].filter(({ id }) => !older.has(id)),
    removed: [...older.values()].filter(({ id }) => !newer.has(id)),
    touched: [...newer.values()].flatMap((task) => {
      const earlier = older.get(task.id);
      const by = earlier ? touches(textsOf(earlier, before), textsOf(task, after)) : [];
      return by.length === 0 ? [] : [{ id: task.id, title: task.title, by }];
    }),
    asksAgain: [...newer.values()]
      .filter((task) => isNewVersion && older.has(task.id) && restsOnGuide(task))
      .map(({ id }) => id),
  };
}

const tasksOf = (guide: Guide): ReadonlyMap<string, TaskDefinition> =>
  new Map(guide.steps.flatMap((step) => step.tasks).map((task) => [task.id, task]));

const restsOnGuide = ({ decidedBy }: TaskDefinition): boolean =>
  decidedBy.kind === 'attestation' && decidedBy.restsOn.some(({ kind }) => kind === 'guide');

type Texts = ReadonlyMap<string, string>;

function touches(before: Texts, after: Texts): Touch[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((what) => ({ what, before: before.get(what) ?? '', after: after.get(what) ?? '' }))
    .filter((touch) => touch.before !== touch.after);
}

/** All that a guide says of a task and of the toggle behind it, by what it is. */
function textsOf(task: TaskDefinition, guide: Guide): Texts {
  const step = guide.steps.find(({ tasks }) => tasks.includes(task));
  const definition = task.decidedBy.kind === 'setting' ? guide.settings[task.decidedBy.key] : undefined;
  return new Map([
    ['title', task.title],
    ['action', task.action],
    ['rows', task.rows.join(', ')],
    ['step', String(step?.number ?? '')],
    ['surface', task.surface],
    ['duty', task.duty],
    ['basis', task.basis],
    ['what decides it', canonicalJson(task.decidedBy)],
    ['source', task.source],
    ...(definition ? toggleTexts(definition) : []),
  ]);
}

type ToggleText = (toggle: SettingDefinition) => readonly [what: string, text: string];

const toggle = (what: string, text: (toggle: SettingDefinition) => string): ToggleText => {
  return (definition) => [what, text(definition)];
};

/** What a guide says of a toggle, key by key, so that none is left out. */
const toggleWords: { readonly [Key in keyof SettingDefinition]: ToggleText } = {
  label: toggle('label of the toggle', ({ label }) => label),
  aliases: toggle('other labels of the toggle', ({ aliases }) =>
    aliases.map(({ label, since }) => `${label} (${since.month})`).join(', '),
  ),
  inSentence: toggle('the toggle in a sentence', ({ inSentence }) => inSentence),
  row: toggle('row of the toggle', ({ row }) => row),
  surface: toggle('surface of the toggle', ({ surface }) => surface),
  group: toggle('group of the toggle', ({ group }) => group),
  duty: toggle('duty of the toggle', ({ duty }) => duty),
  requires: toggle('what the toggle needs', ({ requires }) => requires.join(', ')),
  whereToClick: toggle('where to click', ({ whereToClick }) => whereToClick.join(' > ')),
  laterPath: toggle('where to click later', ({ laterPath }) => laterPath?.join(' > ') ?? 'the same'),
  link: toggle('link of the toggle', ({ link }) => linkText(link)),
  delayMinutes: toggle('delay of the toggle', ({ delayMinutes }) =>
    delayMinutes === null ? 'none' : `${delayMinutes} minutes`,
  ),
  lookFor: toggle('what to look for', ({ lookFor }) => lookFor ?? 'nothing'),
  seenAfterwards: toggle('what is seen afterwards', ({ seenAfterwards }) => seenAfterwards),
  whenOff: toggle('effect of off', ({ whenOff: { text, exactError } }) =>
    exactError === null ? text : `${text} Error: ${exactError}`,
  ),
  why: toggle('why', ({ why }) => why),
  risk: toggle('risk', ({ risk }) => risk),
  riskToAccept: toggle('risk to accept', ({ riskToAccept }) => riskToAccept ?? 'none'),
  riskWhenOn: toggle('risk while it is on', ({ riskWhenOn }) => riskWhenOn ?? 'none'),
  source: toggle('source of the toggle', ({ source }) => source),
};

const toggleTexts = (definition: SettingDefinition) =>
  Object.values(toggleWords).map((text) => text(definition));

/** An address with where it moves later. */
function linkText({ title, url, lastKnownGood, moved, later }: GuideLink): string {
  const places = [
    ...(moved ? [`${moved.where} (${moved.since.month})`] : []),
    ...later.map((link) => `${link.title ?? title}, ${link.url} (${link.since.month})`),
  ];
  return [`${title}, ${url} (${lastKnownGood})`, ...places].join('; ');
}
