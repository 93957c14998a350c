import { describe, expect, test } from 'vitest';
import { callerAddress } from './caller-address';

describe('callerAddress', () => {
  test('without a trusted proxy what the client says of itself is not believed', () => {
    expect(callerAddress('198.51.100.7', '203.0.113.9', [])).toBe('198.51.100.7');
  });

  test('behind a trusted proxy it is the address the proxy saw', () => {
    expect(callerAddress('::ffff:10.0.0.2', '1.2.3.4, 203.0.113.9', ['10.0.0.0/8'])).toBe('203.0.113.9');
  });

  test('behind two trusted proxies both are passed over', () => {
    expect(callerAddress('10.0.0.2', '203.0.113.9, 10.0.0.3', ['10.0.0.0/8'])).toBe('203.0.113.9');
  });

  test('a trusted proxy that forwards for nobody is the caller itself', () => {
    expect(callerAddress('10.0.0.2', '', ['10.0.0.2'])).toBe('10.0.0.2');
  });
});
