// Restores a dump (see dump.mjs) into an empty database, whole or not at all.
import fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import { copyIn } from './copy.mjs';
import { migrateJobQueue } from './migrate.mjs';
import { connect } from './sql.mjs';

/**
 * The lines of a text. Only a line feed ends one: in a dump every other line break is data.
 * @param {AsyncIterable<string>} chunks
 */
async function* linesOf(chunks) {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest) yield rest;
}

/**
 * The lines of one COPY block, up to its end mark.
 * @param {AsyncIterator<string>} lines
 */
async function* block(lines) {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error('The dump ends in the middle of a table.');
    if (value === '\\.') return;
    yield value;
  }
}

/**
 * @param {import('pg').Client} client
 * @param {AsyncIterator<string>} lines
 */
async function replay(client, lines) {
  /** @type {string[]} */
  let statements = [];
  for (;;) {
    const { value: line, done } = await lines.next();
    const isCopy = !done && /^copy .* from stdin;$/.test(line);
    if ((done || isCopy) && statements.length > 0) {
      await client.query(statements.join('\n'));
      statements = [];
    }
    if (done) return;
    if (isCopy) await copyIn(client, line, block(lines));
    else statements.push(line);
  }
}

/** @param {import('pg').Client} client */
async function refuseFilled(client) {
  const { rows } = await client.query(
    "select to_regclass('public._prisma_migrations') is not null as filled",
  );
  if (rows[0].filled) throw new Error('This database is not empty. A dump is restored into an empty one.');
}

/**
 * Restores `file`; migrate afterwards.
 * @param {string} ownerUrl
 * @param {string} file
 */
export async function restore(ownerUrl, file) {
  const client = await connect(ownerUrl);
  try {
    await refuseFilled(client);
    await migrateJobQueue(ownerUrl);
    const text = fs.createReadStream(file).pipe(createGunzip()).setEncoding('utf8');
    await client.query('begin');
    await replay(client, linesOf(text));
    await client.query('commit');
  } finally {
    await client.end();
  }
}
