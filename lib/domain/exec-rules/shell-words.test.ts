import { describe, expect, test } from 'vitest';
import { shellWords } from './shell-words';

describe('the words of a line', () => {
  test.each([
    ['git  push\torigin\nmain ', ['git', 'push', 'origin', 'main']],
    [`echo 'a b' "c d" e\\ f`, ['echo', 'a b', 'c d', 'e f']],
    [`a'b'"c"d`, ['abcd']],
    [`"\\$\\\`\\"\\\\\\n"`, ['$`"\\\\n']],
    [`'a\\n'`, ['a\\n']],
    [`a "" ''`, ['a', '', '']],
    ['a\\\nb "c\\\nd"', ['ab', 'cd']],
    ['a #b\nc d#e', ['a', 'c', 'd#e']],
    ['a && b | $(c) > *', ['a', '&&', 'b', '|', '$(c)', '>', '*']],
    ['', []],
    ['  # nothing', []],
  ])('%j', (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });

  test.each(['"a', "'a", 'a\\', '"a\\'])('%j stays open', (line) => {
    expect(shellWords(line)).toBeNull();
  });
});
