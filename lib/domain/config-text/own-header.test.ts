import { describe, expect, test } from 'vitest';
import { headerOf, renderFile } from '#lib/domain/config/render-files';
import { withoutHeader } from './own-header';

const workspace = { name: 'Acme', slug: 'acme' };
const body = '# ours\n\na = 1\n';

describe('the header that files written here begin with', () => {
  test.each([null, new Date('2026-11-26T05:00:00Z')])(
    'comes off, of a version and of a draft',
    (changedAt) => {
      const file = renderFile('config.toml', body, { workspace, changedAt }, () => 'sum');
      expect(withoutHeader(file)).toBe(body);
      expect(withoutHeader(`\ufeff${file.replaceAll('\n', '\r\n')}`)).toBe(body.replaceAll('\n', '\r\n'));
    },
  );
  test('comes off where it ends with the first line that is no comment, as older files have it', () => {
    const lines = headerOf('config.toml', { workspace, changedAt: null }).map((line) => `# ${line}\n`);
    expect(withoutHeader(`${lines.join('')}a = 1\n# kept\n`)).toBe('a = 1\n# kept\n');
  });
  test('is not somebody else’s comments', () => {
    expect(withoutHeader(body)).toBe(body);
    expect(withoutHeader('')).toBe('');
  });
});
