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
};

/** Releases a version; what it does without is given a reason that stays with it. */
export function ReleaseForm({ action, number, withoutApproval }: Props) {
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
          <TextArea
            label="Why without a certificate"
            name="withoutCertificate"
            rows={2}
            hint="No client was asked about these files. The reason stays with the release."
            error={errorOf('withoutCertificate')}
            defaultValue={typedOf('withoutCertificate')}
          />
        </>
      )}
    </Form>
  );
}
