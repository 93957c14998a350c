import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addEnvironment, changeEnvironment, environmentFields, type CloudEnvironment } from './environment';
import { environmentFacts, maxSharedNames } from './environment-facts';

const web: CloudEnvironment = {
  id: 'w',
  name: 'Web',
  repository: 'acme/web',
  visibility: 'workspace',
  collaborators: ['a@acme.example'],
  owner: 'Devi',
  version: 1,
};
const { id: _id, version: _version, ...words } = web;

describe('environments', () => {
  test('a name is there once, whatever its case', () => {
    expect(addEnvironment({ ...words, name: 'WEB' }, { id: 'x', all: [web] })).toMatchObject({
      ok: false,
      error: { code: 'environment_exists' },
    });
    expect(changeEnvironment(web, { ...words, name: 'WEB' }, [web])).toMatchObject({ ok: true });
  });

  test('the same words change nothing; one more collaborator does', () => {
    const same = changeEnvironment(web, words, [web]);
    expect(same.ok && same.value).toBe(web);
    const more = changeEnvironment(web, { ...words, collaborators: ['a@acme.example', 'b@acme.example'] }, [
      web,
    ]);
    expect(more).toMatchObject({ ok: true, value: { version: 2 } });
  });

  test('a collaborator counts once, and what is no address is refused', () => {
    const { collaborators } = z.strictObject(environmentFields).shape;

    expect(collaborators.parse(['a@acme.example', 'A@acme.example'])).toEqual(['a@acme.example']);
    expect(collaborators.safeParse(['a@acme.example', 'b']).success).toBe(false);
    expect(collaborators.safeParse(Array(51).fill('a@acme.example')).success).toBe(false);
  });

  test('the facts name the first shared ones, count all, and change with any word', () => {
    const digest = (text: string) => text;
    const many = Array.from({ length: maxSharedNames + 5 }, (_, index) => ({ ...web, id: String(index) }));
    const facts = environmentFacts([...many, { ...web, id: 'p', visibility: 'private' }], digest);

    expect(facts).toMatchObject({ total: maxSharedNames + 6, shared: maxSharedNames + 5 });
    expect(facts.sharedNames).toHaveLength(maxSharedNames);
    expect(environmentFacts([web], digest).digest).not.toBe(
      environmentFacts([{ ...web, owner: 'Sam' }], digest).digest,
    );
  });
});
