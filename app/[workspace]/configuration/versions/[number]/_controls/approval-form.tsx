'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { approveVersionAction, takeBackApprovalAction } from './actions';

type ApproveProps = { action: BoundAction<typeof approveVersionAction>; number: number; sha256: string };

/** A yes to the bytes that are on the page. */
export function ApproveForm({ action, number, sha256 }: ApproveProps) {
  return (
    <Form
      action={action}
      hidden={{ number: String(number), sha256 }}
      submit={`Approve version ${number}`}
      primary
      saved={`Version ${number} approved.`}
    >
      {({ errorOf, typedOf }) => (
        <TextArea
          label="Note"
          name="note"
          rows={2}
          hint="May be left empty."
          error={errorOf('note')}
          defaultValue={typedOf('note')}
        />
      )}
    </Form>
  );
}

type TakeBackProps = { action: BoundAction<typeof takeBackApprovalAction>; number: number };

/** Takes the approval back; it stays in the audit log. */
export function TakeBackForm({ action, number }: TakeBackProps) {
  return (
    <Form
      action={action}
      hidden={{ number: String(number) }}
      submit="Take the approval back"
      saved="Approval taken back."
    >
      {() => null}
    </Form>
  );
}
