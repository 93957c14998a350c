import type { NextConfig } from 'next';

const siteHost = process.env.SLIPWAY_URL ? [new URL(process.env.SLIPWAY_URL).host] : [];

const config: NextConfig = {
  ...(process.env.NEXT_DIST_DIR ? { distDir: process.env.NEXT_DIST_DIR } : {}),
  poweredByHeader: false,
  typedRoutes: true,
  serverExternalPackages: ['pg', 'graphile-worker', 'nodemailer'],
  experimental: { serverActions: { bodySizeLimit: '1mb', allowedOrigins: siteHost } },
};

export default config;
