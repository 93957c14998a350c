import type { Wording } from '#lib/domain/audit/event-words';
import { systems, systemWords } from '#lib/domain/validation/check';
import { fleetSizeView } from './fleet-size';

/** Words of the events about how many machines there are. */
export const fleetSizeWordings: Readonly<Record<string, Wording>> = {
  'fleet_size.set': ({ after }) => {
    const size = fleetSizeView.safeParse(after).data;
    if (!size) return null;
    const said = systems.flatMap((os) => {
      const count = size[os];
      return count === null ? [] : [`${count.toLocaleString('en')} ${systemWords[os]}`];
    });
    return [
      said.length === 0
        ? 'left the size of the fleet open'
        : `said that the fleet has ${said.join(', ')} machines`,
    ];
  },
};
