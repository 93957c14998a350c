import type { NextConfig } from 'next';

const siteHost = process.env.SLIPWAY_URL ? [new URL(process.env.SLIPWAY_URL).host] : [];

/**
 * Tests build into a folder of their own, so that they can run beside `npm start`; Next adds a build's
 * folder to its tsconfig. `npm run check` has looked at the types, a build need not do it again.
 */
const buildElsewhere = (distDir = '.next'): NextConfig => ({
  distDir,
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: distDir === '.next' ? 'tsconfig.json' : 'tsconfig.test.json',
  },
});

const config: NextConfig = {
  ...buildElsewhere(process.env.NEXT_DIST_DIR),
  poweredByHeader: false,
  typedRoutes: true,
  serverExternalPackages: ['pg', 'graphile-worker', 'nodemailer'],
  experimental: { serverActions: { bodySizeLimit: '4mb', allowedOrigins: siteHost } },
};

export default config;
