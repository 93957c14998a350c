import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { nothingStored } from '#lib/domain/rollout/facts';
import { noEgress, type Egress } from './egress';
import { egressAge } from './egress-age';
import { egressStanding } from './egress-standing';

const now = new Date('2026-11-22T10:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const allowList = { version: 3, list: { count: 2, digest: 'a' } };
const publication = (readAt: Date) => ({ count: 2, digest: 'b', publishedAt: null, readAt });

const standing = (egress: Partial<Egress>, at = now) =>
  egressStanding({
    ...nothingStored,
    guide,
    now: at,
    digest: (text) => text,
    egress: { ...noEgress, ...egress },
  });
const same = { missing: 0, surplus: 0 };

describe('egressStanding', () => {
  test.each<[string, Partial<Egress>, string]>([
    ['nothing is here', {}, 'Neither an allow list nor a published file is here yet.'],
    ['there is only a file', { publication: publication(now) }, 'No allow list is here yet.'],
    ['there is only a list', { allowList }, 'No published file has been read yet.'],
  ])('is to do while %s', (_, egress, reason) => {
    expect(standing(egress)).toMatchObject({ state: 'todo', reason });
  });

  test('is done when both lists hold the same addresses', () => {
    expect(standing({ allowList, publication: publication(hoursAgo(24)), drift: same })).toMatchObject({
      state: 'done',
      reason: null,
      version: 3,
    });
  });

  test.each([
    [{ missing: 3, surplus: 1 }, '3 ranges missing, 1 surplus.'],
    [{ missing: 1, surplus: 0 }, '1 range missing.'],
    [{ missing: 0, surplus: 1 }, '1 range surplus.'],
    [{ missing: 0, surplus: 2 }, '2 ranges surplus.'],
  ])('is in progress with drift %o', (drift, reason) => {
    expect(standing({ allowList, publication: publication(now), drift })).toMatchObject({
      state: 'in_progress',
      reason,
    });
  });

  test('is stale a moment after 24 hours, drift or not', () => {
    const late = publication(new Date(hoursAgo(24).getTime() - 1));

    expect(standing({ allowList, publication: late, drift: same })).toMatchObject({
      state: 'stale',
      reason: 'The published file was read 24 hours ago, limit 24 hours.',
    });
    expect(standing({ allowList, publication: late, drift: { missing: 1, surplus: 0 } })).toMatchObject({
      state: 'stale',
      reason: 'The published file was read 24 hours ago, limit 24 hours. Then: 1 range missing.',
    });
  });

  test('what a signature covers does not change with time', () => {
    const egress = { allowList, publication: publication(hoursAgo(1)), drift: same };

    expect(standing(egress).content).toEqual({ allowed: 'a', published: 'b', drift: same });
    expect(standing(egress, hoursAgo(-100)).content).toEqual(standing(egress).content);
    expect(standing({ ...egress, publication: publication(now) }).content).toEqual(standing(egress).content);
  });
});

describe('egressAge', () => {
  test.each([
    [0, 0],
    [1.9, 1],
    [24, 24],
  ])('%d hours are %d whole ones', (hours, age) => {
    expect(egressAge(hoursAgo(hours), now)).toEqual({ ok: true, value: age });
  });

  test('a time ahead of now counts as age 0', () => {
    expect(egressAge(hoursAgo(-5), now)).toEqual({ ok: true, value: 0 });
  });

  test('a file that was never read is missing, an old one is told in days', () => {
    expect(egressAge(null, now)).toMatchObject({ ok: false, error: { code: 'published_file_missing' } });
    expect(egressAge(hoursAgo(75), now)).toMatchObject({
      ok: false,
      error: { code: 'published_file_stale', ageHours: 75, message: expect.stringContaining('3 days ago') },
    });
  });
});
