import type { Viewer } from './viewer';

/** Element id of the sentence that says who may move the switches. */
export const whoMayWantId = 'who-may-want';

/** Who confirms, for those who do not. */
export const whoMayConfirm = 'A workspace owner or an IT management owner confirms what ChatGPT shows.';

/** Under the register: who may do what the reader may not. */
export function RegisterFoot({ viewer: { mayConfirm } }: { viewer: Viewer }) {
  return (
    <>
      <span id={whoMayWantId}>A workspace owner says what is wanted.</span>{' '}
      {mayConfirm ? null : <span>{whoMayConfirm}</span>}
    </>
  );
}
