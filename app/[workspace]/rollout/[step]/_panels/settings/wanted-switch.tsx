'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useActionState, useEffect } from 'react';
import { useFormStatus } from 'react-dom';
import { SubmitButton } from '#components/ui/submit-button';
import { Switch } from '#components/ui/switch';
import { showToast } from '#components/ui/toast';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setSettingAction } from './actions';
import { whoMayWantId } from './register-foot';
import { refusalOf, shownOf } from './wanted-answer';

type Props = {
  action: BoundAction<typeof setSettingAction>;
  settingKey: string;
  label: string;
  wanted: boolean;
  version: number;
  /** Who wrote it last, and when; null while nobody did. */
  written: string | null;
  /** Whether the other position would be accepted, as far as the page knows: then it moves at once. */
  movable: boolean;
  mayWant: boolean;
};

/** What is wanted of one toggle: saves at once, with an undo; what is refused does not move and says why. */
export function WantedSwitch({ action, settingKey, label, movable, mayWant, ...stored }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  const router = useRouter();
  const shown = shownOf(answer, stored);

  useEffect(() => {
    if (!answer) return;
    // What the page showed of this toggle, or of one it depends on, was not the latest.
    if (!answer.ok) return router.refresh();
    const { wanted, version } = answer.value;
    const undo = () => startTransition(() => submit(wish(settingKey, !wanted, version)));
    showToast(`Wanted ${wanted ? 'on' : 'off'}: ${label}`, undo);
  }, [answer, label, router, settingKey, submit]);

  return (
    <form action={submit} className="inline">
      <input type="hidden" name="key" value={settingKey} />
      <input type="hidden" name="version" value={shown.version} />
      <Lever
        label={`Wanted: ${label}`}
        wanted={shown.wanted}
        movable={movable}
        working={pending}
        disabledBy={mayWant ? undefined : whoMayWantId}
        refusal={pending ? undefined : refusalOf(answer, { ...stored, movable })}
      />
      {mayWant && shown.version === 0 ? (
        <SubmitButton small name="wanted" value="false" aria-label={`Keep off: ${label}`}>
          Keep off
        </SubmitButton>
      ) : null}
    </form>
  );
}

function wish(key: string, wanted: boolean, version: number): FormData {
  const form = new FormData();
  form.set('key', key);
  form.set('wanted', String(wanted));
  form.set('version', String(version));
  return form;
}

type LeverProps = {
  label: string;
  wanted: boolean;
  movable: boolean;
  working: boolean;
  disabledBy: string | undefined;
  refusal: string | undefined;
};

/** The switch itself: while a press is being saved it stands where it was asked to go. */
function Lever({ wanted, movable, ...props }: LeverProps) {
  const { pending, data } = useFormStatus();
  const checked = pending && movable ? data.get('wanted') === 'true' : wanted;
  return <Switch {...props} name="wanted" checked={checked} />;
}
