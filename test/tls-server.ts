import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed';

/** An https server on loopback that answers for a host's name. */
export type TlsServer = { ca: string; port: number; connections: () => number; stop: () => void };

/** Starts an https server on loopback with a certificate for `host` that nobody else trusts. */
export async function startTlsServer(host: string, answer: RequestListener): Promise<TlsServer> {
  const { key, cert } = selfSigned(host);
  const server = createServer({ key, cert }, answer);
  let connections = 0;
  server.on('connection', () => (connections += 1));
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // safe because a server that listens on TCP has such an address
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { ca: cert, port, connections: () => connections, stop };
}
