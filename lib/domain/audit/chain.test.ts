import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson, chainHash, chainStart, findBreak, type ChainedEvent } from './chain';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function chain(length: number) {
  let previousHash = chainStart;
  return Array.from({ length }, (_, index) => {
    const event: ChainedEvent = {
      workspaceId: 'w',
      sequence: index + 1,
      id: `e${index}`,
      at: '2026-11-22T10:00:00.000Z',
      actorId: 'm',
      actorName: 'Mara',
      via: 'screen',
      requestId: 'r',
      action: 'setting.wanted',
      subject: 'setting:codex.local',
      before: { wanted: false },
      after: { wanted: true, note: null },
    };
    const hash = chainHash(event, previousHash, sha256);
    const stored = { ...event, previousHash, hash };
    previousHash = hash;
    return stored;
  });
}

describe('canonicalJson', () => {
  test('the order in which keys were written does not matter', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] })).toBe(canonicalJson({ a: [{ c: 2, d: 1 }], b: 1 }));
  });

  test('a key without a value is as good as absent', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });
});

describe('findBreak', () => {
  test('an untouched chain holds', () => {
    expect(findBreak(chain(4), sha256)).toBeNull();
  });

  test('an edited event breaks the chain where it stands', () => {
    const events = chain(4);
    events[2] = { ...events[2], actorName: 'Sam' } as (typeof events)[number];

    expect(findBreak(events, sha256)).toBe(3);
  });

  test('a removed event breaks the chain where it stood', () => {
    const events = chain(4);
    events.splice(1, 1);

    expect(findBreak(events, sha256)).toBe(2);
  });
});
