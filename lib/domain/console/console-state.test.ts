import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { company, sorted } from '#test/console-company';
import { keptState, readConsole, type ConsoleState } from './console-state';
import { takenBack, undoOf } from './console-undo';

const pilot = { id: 'r1', name: 'Pilot', permissions: { 'codex.local': true } };
const platform = { id: 'g1', name: 'Platform', byHand: true, roleIds: ['r1'] };
const state = (parts: Partial<ConsoleState>): ConsoleState => ({
  defaults: {},
  roles: [],
  groups: [],
  ...parts,
});

describe('readConsole', () => {
  test('a role and a group that stand under another id now are the same by their names', () => {
    const stored = state({ roles: [pilot], groups: [platform] });
    const wanted = state({
      roles: [{ ...pilot, id: 'r9', name: 'PILOT' }],
      groups: [{ ...platform, id: 'g9', roleIds: ['r9'] }],
    });

    const { confirmed, movedGroups } = readConsole(stored, wanted);

    expect(confirmed.roles).toEqual([{ ...pilot, id: 'r9' }]);
    expect(confirmed.groups).toEqual([{ ...platform, id: 'g9', roleIds: ['r9'] }]);
    expect([...movedGroups]).toEqual([['g1', 'g9']]);
  });

  test('a name is no sign where the role itself is still wanted, or the other was confirmed too', () => {
    const other = { ...pilot, id: 'r2', name: 'Other' };
    const stored = state({ roles: [pilot, other] });

    expect(
      readConsole(
        stored,
        state({
          roles: [
            { ...pilot, name: 'New' },
            { ...pilot, id: 'r3' },
          ],
        }),
      ).confirmed.roles,
    ).toEqual([pilot, other]);
    expect(readConsole(stored, state({ roles: [{ ...other, name: 'Pilot' }] })).confirmed.roles).toEqual([
      pilot,
      other,
    ]);
  });

  test('a group that is brought is there without anybody’s word, under the name it is brought by, and goes without a word', () => {
    const synced = { id: 'g2', name: 'Synced', byHand: false, roleIds: ['r1'] };

    expect(readConsole(state({}), state({ groups: [synced] })).confirmed.groups).toEqual([
      { ...synced, roleIds: [] },
    ]);
    const stored = state({ groups: [{ ...synced, name: 'Before' }] });
    expect(readConsole(stored, state({ groups: [synced] })).confirmed.groups).toEqual([synced]);
    expect(readConsole(stored, state({})).confirmed.groups).toEqual([]);
  });

  test('a group made by hand that is no longer wanted stays what it was', () => {
    const stored = state({ groups: [platform] });

    expect(readConsole(stored, state({})).confirmed.groups).toEqual([platform]);
    expect(keptState(state({ groups: [{ ...platform, byHand: false, roleIds: [] }] })).groups).toEqual([]);
  });
});

describe('takenBack', () => {
  test('gives the state before a confirmation, whatever it was', () => {
    fc.assert(
      fc.property(company, ({ confirmed, wanted }) => {
        expect(sorted(takenBack(wanted, undoOf(confirmed, wanted)))).toEqual(sorted(confirmed));
      }),
    );
  });

  test('keeps what was changed since by something else', () => {
    const [before, after] = [state({ roles: [pilot] }), state({})];
    const since = state({ groups: [platform] });

    expect(takenBack(since, undoOf(before, after))).toEqual(state({ roles: [pilot], groups: [platform] }));
  });
});
