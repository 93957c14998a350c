import { describe, expect, test } from 'vitest';
import { errorTexts } from '#lib/catalog/error-texts';
import { findTask } from '#lib/catalog/find-task';
import { settings } from '#lib/catalog/settings';
import { shownText } from './error-text';
import { explainError } from './explain-error';

const found = (pasted: string) =>
  explainError(pasted, errorTexts).map(({ error, kind }) => `${kind}: ${error.id}`);
const best = (pasted: string) => found(pasted)[0];
const local = '403 - Unauthorized. Contact your ChatGPT administrator for access.';

describe('explainError', () => {
  test.each(errorTexts.flatMap(({ id, texts }) => texts.map((text) => [id, shownText(text)] as const)))(
    'the text of %s is found whole, and first',
    (id, text) => {
      expect(best(text)).toBe(`whole: ${id}`);
    },
  );

  test.each([
    ['other case', local.toUpperCase()],
    ['broken by a terminal', '403 - Unauthorized. Contact your\n   ChatGPT admini\nstrator for access.'],
    ['in quotes, with another dash', `“403 – Unauthorized. Contact your ChatGPT administrator for access.”`],
    ['in colour', `\u001b[31m${local}\u001b[0m`],
    ['in a longer log', `2026-11-18T10:40:00Z ERROR codex_core::client\nerror=${local} (request id: 1)\nbye`],
    ['with full-width letters', local.replace('Unauthorized', 'Ｕｎａｕｔｈｏｒｉｚｅｄ')],
  ])('is found %s', (_, pasted) => {
    expect(best(pasted)).toBe('whole: local-off');
  });

  test('is found by a code in an address', () => {
    expect(
      best('http://localhost:1455/?error=access_denied&error_description=missing_codex_entitlement'),
    ).toBe('code: entitlement-missing');
  });

  test('values of the moment make no difference', () => {
    const pasted =
      'Login is restricted to workspace 3f0a-77, but current credentials belong to 9c1b-12. Logging out.';

    expect(best(pasted)).toBe('whole: wrong-workspace');
  });

  test('a piece is enough, when it says something', () => {
    expect(best('Contact your ChatGPT admin')).toBe('piece: local-off');
    expect(found('Logging')).toEqual([]);
  });

  test('most of its words in a row are enough', () => {
    expect(best('error: timed out waiting for cloud requirements after 30s')).toBe(
      'similar: cloud-requirements-late',
    );
  });

  test('several are ranked: whole before piece, the longer first', () => {
    const pasted = `failed to load your workspace-managed config\n${local}\nmissing_codex_entitlement`;

    expect(found(pasted)).toEqual([
      'whole: local-off',
      'whole: cloud-requirements-not-loaded',
      'code: entitlement-missing',
    ]);
  });

  test.each(['', '   ', '403', 'Segmentation fault (core dumped)', '"}{', '🦊'])(
    'nothing is found for %j',
    (pasted) => {
      expect(found(pasted)).toEqual([]);
    },
  );

  test('a very long log is read as far as its beginning, at once', () => {
    const start = performance.now();

    expect(found('a b c '.repeat(200_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the catalogue of error texts', () => {
  test('ids are unique, and each text says where it is met, what it means and what fixes it', () => {
    expect(new Set(errorTexts.map(({ id }) => id)).size).toBe(errorTexts.length);
    for (const { id, texts, where, means, fix, source } of errorTexts) {
      expect(texts.length, id).toBeGreaterThan(0);
      for (const words of [where, means, fix.text, source]) expect(words, id).not.toBe('');
    }
  });

  test('every fix leads to a task, and every toggle it names exists', () => {
    const known: Readonly<Record<string, unknown>> = settings;
    for (const { id, fix } of errorTexts) {
      expect(findTask(fix.taskId), id).toBeDefined();
      if (fix.toggle) expect(known[fix.toggle], id).toBeDefined();
    }
  });

  test('every exact error of a toggle is explained', () => {
    for (const { whenOff } of Object.values(settings)) {
      if (whenOff.exactError) expect(found(whenOff.exactError)).toHaveLength(1);
    }
  });
});
