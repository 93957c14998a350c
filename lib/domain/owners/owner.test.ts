import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dutiesOf, everyOwner, nobodyYet, ownerFields, setOwner, type Owner } from './owner';

const mara: Owner = { duty: 'workspace', name: 'Mara Lindqvist', email: 'mara@example.com', version: 3 };

describe('setOwner', () => {
  test('naming a person counts one write', () => {
    const next = setOwner(nobodyYet('it'), { name: 'Devi Rao', email: null });

    expect(next).toEqual({ ok: true, value: { duty: 'it', name: 'Devi Rao', email: null, version: 1 } });
  });

  test('neither name nor e-mail leaves the duty to nobody', () => {
    const next = setOwner(mara, { name: null, email: null });

    expect(next).toEqual({ ok: true, value: { duty: 'workspace', name: null, email: null, version: 4 } });
  });

  test('naming the same person again changes nothing', () => {
    const next = setOwner(mara, { name: mara.name, email: mara.email });

    expect(next.ok && next.value).toBe(mara);
  });

  test('another e-mail address is a change', () => {
    const next = setOwner(mara, { name: mara.name, email: 'mara.l@example.com' });

    expect(next.ok && next.value.version).toBe(4);
  });

  test('an e-mail address without a name is refused', () => {
    const next = setOwner(mara, { name: null, email: 'mara@example.com' });

    expect(!next.ok && next.error.code).toBe('owner_name_missing');
  });
});

describe('ownerFields', () => {
  const fields = z.strictObject(ownerFields);

  test('a name is trimmed and null is kept', () => {
    expect(fields.parse({ name: ' Mara ', email: null })).toEqual({ name: 'Mara', email: null });
  });

  test.each([
    ['a blank name', { name: '  ', email: null }],
    ['a name of 201 characters', { name: 'x'.repeat(201), email: null }],
    ['a word for an e-mail address', { name: 'Mara', email: 'mara' }],
    ['a missing name', { email: 'mara@example.com' }],
    ['an unknown field', { name: 'Mara', email: null, phone: '1' }],
  ])('%s is refused', (_, value) => {
    expect(fields.safeParse(value).success).toBe(false);
  });
});

test('duties without a stored owner are nobody’s, in the guide’s order', () => {
  expect(everyOwner([mara])).toEqual([mara, nobodyYet('it'), nobodyYet('governance')]);
});

describe('dutiesOf', () => {
  const owners = [mara, { ...mara, duty: 'governance' as const }, nobodyYet('it')];

  test('a member answers for the duty of the app role', () => {
    expect(dutiesOf({ appRole: 'it_owner', email: 'devi@example.com' }, owners)).toEqual(['it']);
  });

  test('a member answers for every duty that names the address, however it is spelt', () => {
    expect(dutiesOf({ appRole: 'contributor', email: 'MARA@example.com' }, owners)).toEqual([
      'workspace',
      'governance',
    ]);
  });

  test('a member without an address is not taken for an owner without one', () => {
    expect(dutiesOf({ appRole: 'auditor', email: null }, owners)).toEqual([]);
  });
});
