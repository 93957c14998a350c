import { describe, expect, test } from 'vitest';
import { securityHeaders } from './security-headers';

const site = { nonce: 'bm9uY2U=', siteUrl: 'http://localhost:3000', isDevelopment: false };
const policyOf = (facts: Partial<typeof site> = {}) =>
  securityHeaders({ ...site, ...facts })['content-security-policy'].split('; ');

describe('the security headers', () => {
  test('let no script run but with this answer’s nonce', () => {
    const scripts = policyOf().find((rule) => rule.startsWith('script-src '));

    expect(scripts).toBe("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
  });

  test('let nobody frame us, and nothing be loaded from elsewhere', () => {
    expect(policyOf()).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ]),
    );
    expect(policyOf().join(' ')).not.toContain('unsafe');
  });

  test('loosen only for the development server', () => {
    expect(policyOf({ isDevelopment: true }).join(' ')).toContain("'unsafe-eval'");
  });

  test('insist on https only where people come by https', () => {
    const secure = { ...site, siteUrl: 'https://slipway.acme.example' };

    expect(securityHeaders(secure)).toHaveProperty('strict-transport-security', 'max-age=31536000');
    expect(policyOf(secure)).toContain('upgrade-insecure-requests');
    expect(securityHeaders(site)).not.toHaveProperty('strict-transport-security');
    expect(policyOf()).not.toContain('upgrade-insecure-requests');
  });
});
