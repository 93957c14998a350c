'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { releaseVersionAction } from './actions';

type Props = {
  action: BoundAction<typeof releaseVersionAction>;
  number: number;
  /** Whether a reason has to stand in for the approval. */
  withoutApproval: boolean;
  /** Whether a reason has to stand in for the certificate. */
  withoutCertificate: boolean;
};

/** Releases a version; what it does without is given a reason that stays with it. */
export function ReleaseForm({ action, number, withoutApproval, withoutCertificate }: Props) {
  return (
    <Form
      action={action}
      hidden={{ number: String(number) }}
      submit={`Release version ${number}`}
      primary
      saved={`Version ${number} released.`}
    >
      {({ errorOf, typedOf }) => (
        <>
          {withoutApproval ? (
            <TextArea
              label="Why without an approval"
              name="withoutApproval"
              rows={2}
              hint="You are this workspace’s only member. The reason stays with the release."
              error={errorOf('withoutApproval')}
              defaultValue={typedOf('withoutApproval')}
            />
          ) : null}
          {withoutCertificate ? (
            <TextArea
              label="Why without a certificate"
              name="withoutCertificate"
              rows={2}
              hint="The fleet’s oldest and newest client do not both take these files as intended. The reason stays with the release."
              error={errorOf('withoutCertificate')}
              defaultValue={typedOf('withoutCertificate')}
            />
          ) : null}
        </>
      )}
    </Form>
  );
}
