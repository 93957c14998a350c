// COPY between a table and a stream of text, over pg's own connection.
import { once } from 'node:events';

/**
 * Writes what a `copy … to stdout` gives into `output`, no faster than `output` takes it.
 * @param {import('pg').Client} client
 * @param {string} statement
 * @param {import('node:stream').Writable} output
 */
export async function copyOut(client, statement, output) {
  const { default: pg } = await import('pg');
  class CopyOut extends pg.Query {
    /**
     * @param {{ chunk: Buffer }} message
     * @param {{ stream: import('node:net').Socket }} connection
     */
    handleCopyData({ chunk }, { stream }) {
      if (output.write(Buffer.from(chunk))) return;
      stream.pause();
      output.once('drain', () => stream.resume());
    }
  }
  await run(client, CopyOut, statement);
}

/**
 * Feeds lines to a `copy … from stdin`.
 * @param {import('pg').Client} client
 * @param {string} statement
 * @param {AsyncIterable<string>} lines without their line ends
 */
export async function copyIn(client, statement, lines) {
  const { default: pg } = await import('pg');
  class CopyIn extends pg.Query {
    /** @param {any} connection pg's own, which its types do not describe */
    handleCopyInResponse(connection) {
      send(connection, lines).catch((error) => connection.sendCopyFail(String(error)));
    }
  }
  await run(client, CopyIn, statement);
}

/**
 * @param {any} connection
 * @param {AsyncIterable<string>} lines
 */
async function send(connection, lines) {
  for await (const line of lines) {
    connection.sendCopyFromChunk(Buffer.from(`${line}\n`));
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
  connection.endCopyFrom();
}

/**
 * @param {import('pg').Client} client
 * @param {new (text: string, callback: (error: Error | null) => void) => import('pg').Query} Kind
 * @param {string} statement
 * @returns {Promise<void>}
 */
const run = (client, Kind, statement) =>
  new Promise((resolve, reject) => {
    client.query(new Kind(statement, (error) => (error ? reject(error) : resolve())));
  });
