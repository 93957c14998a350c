import 'server-only';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isPublicAddress } from '#lib/domain/egress/cidr';
import { maxListBytes } from '#lib/domain/egress/list-limits';
import { err, ok, type Result } from '#lib/domain/result';

/** Why a published file could not be fetched. */
export type EgressListError = {
  code:
    | 'not_https'
    | 'name_not_found'
    | 'address_refused'
    | 'redirected'
    | 'wrong_status'
    | 'not_json'
    | 'file_too_large'
    | 'too_slow'
    | 'connection_failed';
  message: string;
};

/** What a connection goes to. */
type Target = { host: string; port: number };

/** Where the address of a host is looked up and reached; tests hand in their own. */
export type EgressListWays = {
  /** Every address of a host. */
  resolve?: (host: string) => Promise<readonly string[]>;
  /** Where the connection goes instead of to the checked address, which is what it is given. */
  reach?: (checked: Target) => Target;
  /** Certificates to trust instead of the system's, in PEM. */
  ca?: string;
  timeoutMs?: number;
};

const timeLimitMs = 10_000;

const resolveAll = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The text of a published file, by one GET that carries nothing of a workspace.
 *
 * Only https, no redirect is followed. The host is resolved first; when any of its addresses is private,
 * loopback, link-local or otherwise not on the internet nothing is asked, and the connection goes to the very
 * address that was checked, so that a name cannot change its address in between. At most 1 MB of JSON is read,
 * counted while it comes, in at most ten seconds in all.
 */
export async function fetchEgressList(
  address: string,
  ways: EgressListWays = {},
): Promise<Result<string, EgressListError>> {
  const url = new URL(address);
  if (url.protocol !== 'https:') return err({ code: 'not_https', message: 'Only https addresses are read.' });
  const { timeoutMs = timeLimitMs } = ways;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const target = await checkedAddress(url.hostname, ways, signal);
    if (!target.ok) return target;
    const response = await get(url, target.value, { ways, signal });
    return await bodyOf(response, url.hostname);
  } catch (thrown) {
    if (signal.aborted) {
      const message = `${url.hostname} did not answer in full within ${timeoutMs / 1000} seconds.`;
      return err({ code: 'too_slow', message });
    }
    return err({
      code: 'connection_failed',
      message: `${url.hostname} could not be reached: ${faultOf(thrown)}.`,
    });
  }
}

async function checkedAddress(
  host: string,
  { resolve = resolveAll }: EgressListWays,
  signal: AbortSignal,
): Promise<Result<string, EgressListError>> {
  const addresses = await inTime(resolve(host), signal).catch(() => []);
  signal.throwIfAborted();
  const inOrder = [...addresses].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  const [first] = inOrder;
  if (first === undefined) {
    return err({
      code: 'name_not_found',
      message: `${host} has no address: the name could not be resolved.`,
    });
  }
  const refused = inOrder.find((one) => !isPublicAddress(one));
  if (refused === undefined) return ok(first);
  return err({
    code: 'address_refused',
    message: `${host} resolves to ${refused}, which is not on the internet. Nothing was asked there.`,
  });
}

/** `work`, or a throw once the time is over. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
    work.then(resolve, reject);
  });
}

type Asking = { ways: EgressListWays; signal: AbortSignal };

function get(url: URL, address: string, { ways, signal }: Asking): Promise<IncomingMessage> {
  const checked = { host: address, port: Number(url.port || 443) };
  const target = ways.reach?.(checked) ?? checked;
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...target,
        // The certificate must be the name's, although the connection goes to an address.
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        headers: {
          host: url.host,
          accept: 'application/json',
          'accept-encoding': 'identity',
          'user-agent': 'Slipway',
        },
        agent: false,
        signal,
        ...(ways.ca === undefined ? {} : { ca: ways.ca }),
      },
      resolve,
    );
    asked.on('error', reject);
    asked.end();
  });
}

async function bodyOf(response: IncomingMessage, host: string): Promise<Result<string, EgressListError>> {
  const refused = refusedHead(response, host);
  if (refused) {
    response.destroy();
    return err(refused);
  }
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.byteLength;
    // Leaving the loop closes the connection.
    if (size > maxListBytes) return err({ code: 'file_too_large', message: `${host} sent more than 1 MB.` });
    pieces.push(piece);
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch {
    return err({ code: 'not_json', message: `${host} sent bytes that are no UTF-8 text.` });
  }
}

function refusedHead({ statusCode = 0, headers }: IncomingMessage, host: string): EgressListError | null {
  if (statusCode >= 300 && statusCode < 400) {
    return { code: 'redirected', message: `${host} sent on to another address, which is not followed.` };
  }
  if (statusCode !== 200)
    return { code: 'wrong_status', message: `${host} answered with status ${statusCode}.` };
  const isPlain = ['identity', undefined].includes(headers['content-encoding']);
  if (!isPlain || !/^application\/([a-z.+-]+\+)?json\b/i.test(headers['content-type'] ?? '')) {
    return { code: 'not_json', message: `${host} sent something other than JSON.` };
  }
  return null;
}

/** What went wrong on the way, by the system's own short code. */
function faultOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return 'the connection broke';
}
