import { describe, expect, test } from 'vitest';
import type { GuideLink } from '#lib/domain/rollout/guide-link';
import type { SettingDefinition } from '#lib/domain/settings/setting';
import { guide } from './guide';
import { guideRows } from './guide-rows';
import { links } from './links';
import { settingKeys, settings } from './settings';
import { findStep, steps } from './steps';

const tasks = steps.flatMap((step) => step.tasks);
const taskIds = tasks.map((task) => task.id);
const bySetting: Readonly<Record<string, SettingDefinition>> = settings;
const WEB = /^https:\/\/((developers|help|admin)\.openai\.com|(learn\.)?chatgpt\.com|openai\.com)(\/|$)/;

describe('steps', () => {
  test('there are Steps 0 to 6, in order, each with an address of its own', () => {
    expect(steps.map((step) => step.number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(steps.map((step) => step.slug)).toEqual([
      'owners-and-decision',
      'toggles',
      'roles',
      'configuration',
      'cloud',
      'governance',
      'validate',
    ]);
  });

  test('each step asks in exactly two sentences', () => {
    for (const step of steps) expect(step.asks.match(/\.(?= |$)/g), step.title).toHaveLength(2);
  });

  test('steps 0 to 2 are signed by the workspace owner, 3 and 4 by IT, 5 and 6 by governance', () => {
    const signers = ['workspace', 'workspace', 'workspace', 'it', 'it', 'governance', 'governance'];
    expect(steps.map((step) => step.signedBy)).toEqual(signers);
  });

  test('every task is shown by exactly one panel of its own step', () => {
    for (const step of steps) {
      const shown = step.panels.flatMap(({ taskIds }) => taskIds);
      expect(shown.toSorted(), step.title).toEqual(step.tasks.map((task) => task.id).toSorted());
    }
  });

  test('a step is found by its address and by nothing else', () => {
    expect(findStep('toggles')?.number).toBe(1);
    expect(findStep('1')).toBeUndefined();
  });
});

describe('tasks', () => {
  test('ids are unique and written like keys', () => {
    expect(new Set(taskIds).size).toBe(taskIds.length);
    for (const id of taskIds) expect(id).toMatch(/^[a-z0-9]+([._-][a-z0-9]+)*$/);
  });

  test('every row of the guide has a task, and no task names an unknown row', () => {
    expect([...new Set(tasks.flatMap((task) => task.rows))].toSorted()).toEqual(
      Object.keys(guideRows).toSorted(),
    );
  });

  test('a row belongs to the step it is numbered after, the posture to Step 0', () => {
    for (const step of steps) {
      for (const row of step.tasks.flatMap((task) => task.rows)) {
        expect(row.startsWith('P') ? '0' : row[0], row).toBe(String(step.number));
      }
    }
  });

  test.each([
    ['local', ['1.1', '1.2', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '6.1', '6.5']],
    ['cloud', ['1.3', '1.4', '1.5', '1.7', '1.8', '4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '6.2']],
  ])('the rows that concern %s alone are those the guide says', (surface, rows) => {
    const found = tasks.filter((task) => task.surface === surface).flatMap((task) => task.rows);
    expect([...new Set(found)].toSorted()).toEqual(rows);
  });

  test('only what a person alone can know is attested', () => {
    const found = tasks.filter((task) => task.basis === 'attested').flatMap((task) => task.rows);
    expect([...new Set(found)].toSorted()).toEqual(
      [
        ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '3.5'],
        ...['4.1', '4.2', '4.4', '4.5', '4.6', '5.1', '6.1', '6.2', '6.3', '6.6', 'P1', 'P2'],
      ].toSorted(),
    );
  });

  test('rows that nobody can tick have no attested task beside a derived one', () => {
    for (const row of Object.keys(guideRows)) {
      const bases = tasks.filter((task) => task.rows.includes(row)).map((task) => task.basis);
      expect(new Set(bases).size, row).toBe(1);
    }
  });

  test('every task names its sentence of the guide and an action that begins with a verb', () => {
    for (const task of tasks) {
      expect(task.source).not.toBe('');
      expect(task.action, task.id).toMatch(/^[A-Z][a-z]+ /);
    }
  });
});

describe('toggles', () => {
  test('every toggle has exactly one task, with its label, row and surface', () => {
    for (const key of settingKeys) {
      const found = tasks.filter(({ decidedBy }) => decidedBy.kind === 'setting' && decidedBy.key === key);
      const { label, row, surface } = settings[key];
      expect(found, key).toMatchObject([{ id: `toggle.${key}`, title: label, rows: [row], surface }]);
    }
  });

  test('every toggle stands in the group it names', () => {
    const groups = steps
      .flatMap((step) => step.panels)
      .flatMap((panel) => (panel.kind === 'settings' ? panel.groups : []));
    for (const key of settingKeys) {
      const group = groups.find(({ id }) => id === settings[key].group);
      expect(group?.taskIds, key).toContain(`toggle.${key}`);
    }
  });

  test('labels are the guide’s, letter for letter', () => {
    expect(settingKeys.map((key) => settings[key].label)).toEqual([
      'Allow members to use Codex Local',
      'Enable device code authentication for Codex CLI',
      'ChatGPT GitHub Connector',
      'Allow members to use Codex cloud',
      'Allow members to administer Codex',
      'Enable Codex Slack app to post answers on task completion',
      'Enable Codex agent to access the internet',
    ]);
  });

  test('a toggle needs only toggles that exist and apply wherever it applies', () => {
    for (const [key, { requires, surface }] of Object.entries(bySetting)) {
      for (const required of requires) {
        expect([surface, 'any'], `${key} needs ${required}`).toContain(bySetting[required]?.surface);
      }
    }
  });

  test('no toggle needs itself, directly or over others', () => {
    const needs = (key: string, seen: readonly string[]): readonly string[] =>
      (bySetting[key]?.requires ?? []).flatMap((required) =>
        seen.includes(required) ? [required] : needs(required, [...seen, required]),
      );
    for (const key of settingKeys) expect(needs(key, [key]), key).toEqual([]);
  });

  test('the cloud toggles need each other as the guide orders them', () => {
    expect(settings['codex.cloud'].requires).toEqual(['codex.github_connector']);
    expect(settings['codex.slack_answers'].requires).toEqual(['codex.cloud']);
    expect(settings['codex.internet_access'].requires).toEqual(['codex.cloud']);
    expect(settings['codex.administer'].requires).toEqual([]);
  });

  test('turning the local toggle off shows the exact error its users meet', () => {
    expect(settings['codex.local'].whenOff.exactError).toBe(
      '403 - Unauthorized. Contact your ChatGPT administrator for access.',
    );
  });

  test('Codex cloud takes ten minutes, and a toggle with a delay says what to look for', () => {
    expect(settings['codex.cloud'].delayMinutes).toBe(10);
    for (const { delayMinutes, lookFor } of Object.values(settings)) {
      expect(delayMinutes === null).toBe(lookFor === null);
    }
  });

  test('the way to click ends at the label, and every other label is dated', () => {
    for (const { label, whereToClick, aliases } of Object.values(settings)) {
      expect(whereToClick.at(-1)).toBe(label);
      for (const alias of aliases) {
        expect(alias.label).not.toBe(label);
        expect(alias.since.month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
      }
    }
  });
});

describe('links', () => {
  test('every link is https, leads to the vendor and says when it was last right', () => {
    for (const link of Object.values<GuideLink>(links)) {
      expect(link.title).not.toBe('');
      for (const { url, lastKnownGood } of [link, ...link.later]) {
        expect(url).toMatch(WEB);
        expect(new Date(lastKnownGood).toISOString().slice(0, 10)).toBe(lastKnownGood);
      }
    }
  });

  test('newer addresses are other addresses, dated, the oldest first', () => {
    for (const { url, later } of Object.values<GuideLink>(links)) {
      const months = later.map(({ since }) => since.month);
      expect(months).toEqual(months.toSorted());
      expect(later.map((address) => address.url)).not.toContain(url);
    }
  });

  test('every link is used by the guide, a step or a toggle', () => {
    const used = new Set([
      guide.link.url,
      ...steps.flatMap((step) => step.links.map((link) => link.url)),
      ...Object.values(settings).map((setting) => setting.link.url),
    ]);
    expect(Object.values(links).filter((link) => !used.has(link.url))).toEqual([]);
  });
});

test('the guide is the one of March 2026', () => {
  expect(guide.version).toBe('2026-03');
});
