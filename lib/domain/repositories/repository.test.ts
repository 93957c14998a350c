import { describe, expect, test } from 'vitest';
import { addRepository, changeRepository, repositoryName, type Repository } from './repository';

const web: Repository = { id: 'w', name: 'acme/web', connector: 'allowed', codeReview: 'on', version: 3 };

describe('repositoryName', () => {
  test.each(['acme/web', 'a/b', 'Acme-1/web.site_2', 'someone_acme/x', `a/${'x'.repeat(100)}`])(
    'takes %s',
    (name) => {
      expect(repositoryName.parse(` ${name} `)).toBe(name);
    },
  );

  test.each([
    'web',
    'acme/',
    '/web',
    'acme/web/x',
    'https://github.com/acme/web',
    '-acme/web',
    'acme-/web',
    'ac--me/web',
    `${'a'.repeat(40)}/web`,
    'acme/.',
    'acme/..',
    'acme/web.git',
    'acme/wiki.wiki',
    'acme/we b',
    'acme/wéb',
    '=acme/web',
    `a/${'x'.repeat(101)}`,
    '',
  ])('refuses “%s”', (name) => {
    expect(repositoryName.safeParse(name).success).toBe(false);
  });
});

describe('addRepository and changeRepository', () => {
  test('a name is there once, whatever its case', () => {
    const words = { name: 'ACME/Web', connector: 'allowed', codeReview: 'off' } as const;

    expect(addRepository(words, { id: 'x', namesake: web })).toMatchObject({
      ok: false,
      error: { code: 'repository_exists', fields: { name: ['acme/web stands in the list already.'] } },
    });
    expect(changeRepository({ ...web, id: 'other' }, words, web)).toMatchObject({ ok: false });
  });

  test('a repository may change the case of its own name', () => {
    expect(changeRepository(web, { ...web, name: 'Acme/web' }, web)).toMatchObject({
      ok: true,
      value: { name: 'Acme/web', version: 4 },
    });
  });

  test('the same words change nothing', () => {
    const same = changeRepository(web, { name: web.name, connector: 'allowed', codeReview: 'on' }, web);

    expect(same.ok && same.value).toBe(web);
  });
});
