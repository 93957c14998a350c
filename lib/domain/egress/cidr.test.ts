import { describe, expect, test } from 'vitest';
import { isPublicAddress, readCidr, readCidrOrAddress } from './cidr';

const codeOf = (text: string) => {
  const read = readCidr(text);
  return read.ok ? read.value : read.error.code;
};

describe('readCidr', () => {
  test.each([
    ['13.65.240.16/28', '13.65.240.16/28'],
    ['1.1.1.1/32', '1.1.1.1/32'],
    ['20.0.0.0/8', '20.0.0.0/8'],
    ['2A01:0111:F403::/48', '2a01:111:f403::/48'],
    ['2a01:111:0:0:0:0:0:1/128', '2a01:111::1/128'],
  ])('%s is read as %s', (text, cidr) => {
    expect(codeOf(text)).toBe(cidr);
  });

  test.each([
    '',
    'hello',
    '1.2.3/24',
    '1.2.3.4',
    '1.2.3.256/32',
    '01.2.3.4/32',
    '1.2.3.4/33',
    '1.2.3.4/032',
    '1.2.3.4/-1',
    '1.2.3.4/+8',
    '1.2.3.4/ 32',
    '0x01.2.3.4/32',
    '16909060/32',
    '1.2.3.4/32/32',
    '1.2.3.4/255.255.255.255',
    '2a00:::/32',
    '2a00::1::/32',
    '12345::/32',
    '2a00::/129',
    '[2a00::]/32',
    'fe80::1%eth0/128',
    '２0.0.0.0/8',
    '::ffff:20.1.2.3/128',
    `2a00::${'0'.repeat(100_000)}/32`,
  ])('%s is malformed', (text) => {
    expect(codeOf(text)).toBe('cidr_malformed');
  });

  test.each(['13.65.240.17/28', '2a01:111:f403::1/48'])('%s does not begin a range', (text) => {
    expect(codeOf(text)).toBe('cidr_host_bits');
  });

  test('a range with host bits is told as it should be written', () => {
    const read = readCidr('13.65.240.17/28');

    expect(!read.ok && read.error.message).toContain('Write 13.65.240.16/28.');
  });

  test.each(['0.0.0.0/0', '::/0', '0.0.0.0/1', '16.0.0.0/7', '2000::/3', '2a00::/15'])(
    '%s is too wide',
    (text) => {
      expect(codeOf(text)).toBe('cidr_too_wide');
    },
  );

  test.each([
    ['0.0.0.0/8', 'this network'],
    ['10.1.0.0/16', 'private'],
    ['172.16.0.0/12', 'private'],
    ['172.31.255.255/32', 'private'],
    ['192.168.1.0/24', 'private'],
    ['192.0.0.0/8', 'reserved'],
    ['100.64.0.0/10', 'CGNAT'],
    ['100.127.255.255/32', 'CGNAT'],
    ['127.0.0.1/32', 'loopback'],
    ['169.254.169.254/32', 'link-local'],
    ['192.0.2.1/32', 'documentation'],
    ['198.51.100.0/24', 'documentation'],
    ['203.0.113.0/24', 'documentation'],
    ['198.18.0.0/15', 'benchmarks'],
    ['224.0.0.1/32', 'multicast'],
    ['240.0.0.0/8', 'reserved'],
    ['255.255.255.255/32', 'reserved'],
    ['::/128', 'unspecified'],
    ['::1/128', 'loopback'],
    ['::ffff:7f00:1/128', 'IPv4 written as IPv6'],
    ['::7f00:1/128', 'reserved'],
    ['64:ff9b::a00:1/128', 'IPv4 written as IPv6'],
    ['2001::/32', 'reserved'],
    ['2001:db8::/32', 'documentation'],
    ['2002:a00:1::/48', 'IPv4 written as IPv6'],
    ['3fff::/20', 'documentation'],
    ['fc00::/16', 'unique local'],
    ['fd12:3456::/32', 'unique local'],
    ['fe80::/16', 'link-local'],
    ['ff02::1/128', 'multicast'],
    ['4000::/16', 'reserved'],
  ])('%s is refused as %s', (text, what) => {
    const read = readCidr(text);

    expect(read).toMatchObject({ ok: false, error: { code: 'cidr_special' } });
    expect(!read.ok && read.error.message).toContain(what);
  });
});

describe('readCidrOrAddress', () => {
  test.each([
    ['20.1.2.3', '20.1.2.3/32'],
    ['2a00::1', '2a00::1/128'],
    ['20.1.2.0/24', '20.1.2.0/24'],
  ])('%s is %s', (text, cidr) => {
    expect(readCidrOrAddress(text)).toEqual({ ok: true, value: cidr });
  });
});

describe('isPublicAddress', () => {
  test.each(['104.18.33.45', '2606:4700::6812:2d'])('%s is on the internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    'fe80::1%lo',
    'fd00::1',
    '20.0.0.0/8',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
