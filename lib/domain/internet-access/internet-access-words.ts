import { taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';

/** Words of the events about agent internet access. */
export const internetAccessWordings: Readonly<Record<string, Wording>> = {
  'internet_access.decided': (_event, guide) => {
    const isToggle = taskDecidedBy(
      guide,
      (by) => by.kind === 'setting' && guide.settings[by.key]?.riskToAccept === 'internet_access.risk',
    );
    return ['wrote the policy for ', { label: 'agent internet access', taskId: isToggle }];
  },
};
