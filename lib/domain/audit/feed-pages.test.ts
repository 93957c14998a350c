import { expect, test } from 'vitest';
import { feedPages, readFeedPage } from './feed-pages';

/** A page of sequence numbers, newest first. */
const from = (highest: number, lowest: number) =>
  Array.from({ length: highest - lowest + 1 }, (_, index) => highest - index);

test('the first page leads to older events only', () => {
  expect(feedPages(from(120, 71), 120)).toEqual({ first: 1, last: 50, newer: null, older: { cursor: 71 } });
});

test('the last page leads to newer events only, by a cursor just above them', () => {
  expect(feedPages(from(20, 1), 120)).toEqual({ first: 101, last: 120, newer: { cursor: 71 }, older: null });
});

test('the page before the newest events begins with the newest one, whatever was added since', () => {
  expect(feedPages(from(70, 21), 120)?.newer).toEqual({ cursor: null });
  expect(feedPages(from(70, 21), 121)?.newer).toEqual({ cursor: 121 });
});

test('a log of one page leads nowhere, and an empty page stands nowhere', () => {
  expect(feedPages(from(3, 1), 3)).toEqual({ first: 1, last: 3, newer: null, older: null });
  expect(feedPages([], 3)).toBeNull();
});

test.each([
  [undefined, { cursor: null }],
  ['71', { cursor: 71 }],
  ['0', null],
  ['7.5', null],
  ['2147483648', null],
  ['seven', null],
  [['7', '8'], null],
])('the query %j names the page %j', (query, page) => {
  expect(readFeedPage(query)).toEqual(page);
});
