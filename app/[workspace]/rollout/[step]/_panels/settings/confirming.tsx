import { LinkButton } from '#components/ui/button';
import { confirmSettingAction } from './actions';
import { ConfirmForm } from './confirm-form';
import { whoMayConfirm } from './register-foot';
import { toggleHref, type ToggleStatus } from './toggle-status';
import { truthsId } from './toggle-truths';
import type { Viewer } from './viewer';

type Props = {
  status: ToggleStatus;
  viewer: Viewer;
  /** The address asks for the form. */
  open: boolean;
};

/** The way to say what the console shows: the form, the button that opens it, or who may. */
export function Confirming({ status, viewer, open }: Props) {
  const { key, confirmation } = status.toggle.setting;
  if (!viewer.mayConfirm) {
    return <p className="meta mt-3">{whoMayConfirm}</p>;
  }
  if (!open) {
    return (
      <p className="mt-3">
        <LinkButton small href={toggleHref(viewer.base, key, true)} scroll={false}>
          {confirmation ? 'Confirm again…' : 'Confirm…'}
        </LinkButton>
      </p>
    );
  }
  return (
    <ConfirmForm
      action={confirmSettingAction.bind(null, viewer.slug)}
      settingKey={key}
      label={status.task.title}
      closeHref={toggleHref(viewer.base, key)}
      truthsId={truthsId}
    />
  );
}
