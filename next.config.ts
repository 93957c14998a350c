import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  serverExternalPackages: ['pg', 'graphile-worker'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default config;
