import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The product's instrumentation.ts and proxy.ts lie above this folder and would be found.
  pageExtensions: ['jsx', 'js'],
  outputFileTracingRoot: root,
  turbopack: { root },
  serverExternalPackages: ['pg'],
};

export default config;
