import { canonicalJson } from '#lib/domain/audit/chain';
import type { SettingDefinition } from '#lib/domain/settings/setting';
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
  const toggle = task.decidedBy.kind === 'setting' ? guide.settings[task.decidedBy.key] : undefined;
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
    ...(toggle ? toggleTexts(toggle) : []),
  ]);
}

function toggleTexts(toggle: SettingDefinition): [string, string][] {
  return [
    ['label of the toggle', toggle.label],
    [
      'other labels of the toggle',
      toggle.aliases.map(({ label, since }) => `${label} (${since.month})`).join(', '),
    ],
    ['what the toggle needs', toggle.requires.join(', ')],
    ['where to click', toggle.whereToClick.join(' > ')],
    ['link of the toggle', toggle.link.url],
    ['delay of the toggle', toggle.delayMinutes === null ? 'none' : `${toggle.delayMinutes} minutes`],
    ['error while the toggle is off', toggle.whenOff.exactError ?? ''],
    ['effect of off', toggle.whenOff.text],
    ['why', toggle.why],
    ['risk', toggle.risk],
    ['risk to accept', toggle.riskToAccept ?? 'none'],
  ];
}
