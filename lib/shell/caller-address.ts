import { BlockList, isIP } from 'node:net';

/** The header that carries the caller's network address inside this process; a client's own is removed. */
export const addressHeader = 'x-slipway-address';

function proxyList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/, '');
const isIn = (list: BlockList, address: string) =>
  isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * The network address a request came from.
 *
 * `forwarded` (X-Forwarded-For) is believed only as far as its senders are trusted proxies: from the right,
 * the first address that is not one of them.
 */
export function callerAddress(
  socketAddress: string,
  forwarded: string,
  trustedProxies: readonly string[],
): string {
  const list = proxyList(trustedProxies);
  const hops = [...forwarded.split(',').map(plain).filter(Boolean), plain(socketAddress)];
  for (let index = hops.length - 1; index > 0; index -= 1) {
    const hop = hops[index] ?? '';
    if (!isIn(list, hop)) return hop;
  }
  return hops[0] ?? '';
}
