import { expect, test } from 'vitest';
import { emptyDraft, withText } from './config-draft';
import { leftToTexts } from './left-to-texts';

const left = (text: string) =>
  leftToTexts(withText(emptyDraft, 'requirements.toml', text)).find(({ part }) => part === 'sandbox');

test('a part that the form can say is left to no text', () => {
  expect(left('allowed_sandbox_modes = ["read-only"]\n')).toBeUndefined();
});
test('a part is left to a text that cannot be read, says nothing of it, or says it otherwise', () => {
  expect(left('allowed_sandbox_modes = [\n')?.why).toBe('not_readable');
  expect(left('# nothing yet\n')?.why).toBe('silent');
  expect(left('allowed_sandbox_modes = ["no-such-mode"]\n')).toEqual({
    part: 'sandbox',
    file: 'requirements.toml',
    why: 'otherwise',
  });
});
test('a part that stands in two files is told of the one that says something', () => {
  const draft = withText(emptyDraft, 'managed_config.toml', 'web_search = "sometimes"\n');
  expect(leftToTexts(draft).find(({ part }) => part === 'webSearch')).toMatchObject({
    file: 'managed_config.toml',
    why: 'otherwise',
  });
});
