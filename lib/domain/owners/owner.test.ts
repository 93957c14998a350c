import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dutiesOf, everyOwner, nobodyYet, ownerFields, setOwner, type Owner } from './owner';

const mara: Owner = {
  ...nobodyYet('workspace'),
  name: 'Mara Lindqvist',
  email: 'mara@example.com',
  version: 3,
};

describe('setOwner', () => {
  test('naming a person counts one write', () => {
    const next = setOwner(nobodyYet('it'), { name: 'Devi Rao', email: null });

    expect(next).toEqual({ ok: true, value: { ...nobodyYet('it'), name: 'Devi Rao', version: 1 } });
  });

  test('neither name nor e-mail leaves the duty to nobody', () => {
    const next = setOwner(mara, { name: null, email: null });

    expect(next).toEqual({ ok: true, value: { ...nobodyYet('workspace'), version: 4 } });
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

  test('who could stand in is a change, and stays when a write leaves it out', () => {
    const withSam = setOwner(mara, { name: mara.name, email: mara.email, standInName: 'Sam Okoro' });
    const after = withSam.ok && setOwner(withSam.value, { name: null, email: null });

    expect(withSam).toMatchObject({ ok: true, value: { standInName: 'Sam Okoro', version: 4 } });
    expect(after).toMatchObject({ ok: true, value: { name: null, standInName: 'Sam Okoro', version: 5 } });
  });

  test('an address of a stand-in without a name is refused', () => {
    const next = setOwner(mara, { name: mara.name, email: mara.email, standInEmail: 'sam@example.com' });

    expect(!next.ok && next.error.code).toBe('stand_in_name_missing');
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
