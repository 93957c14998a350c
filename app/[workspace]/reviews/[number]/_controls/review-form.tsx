'use client';

import { Button } from '#components/ui/button';
import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { reviewParts, type Review } from '#lib/domain/reviews/review';
import type { BoundAction } from '#lib/shell/bound-action';
import type { writeReviewAction } from './actions';
import { PartLines } from './part-lines';

/** What signing needs: the day the cadence suggests, or why it cannot be done. */
export type Signing = { suggestedOn: string; hint: string } | { refused: string };

type Props = { action: BoundAction<typeof writeReviewAction>; review: Review; signing: Signing };

function theirs(current: unknown) {
  if (current === null || typeof current !== 'object') return null;
  const counts = reviewParts.map((part) => {
    const lines: unknown = Object.entries(current).find(([name]) => name === part)?.[1];
    return `${Array.isArray(lines) ? lines.length : 0} ${part}`;
  });
  return counts.join(', ');
}

/**
 * What was found, decided and given out, line by line, to be saved or signed as it stands; lines left empty are
 * not stored.
 */
export function ReviewForm({ action, review, signing }: Props) {
  const { number, version } = review;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ number: String(number) }}
      submit="Save draft"
      saved={({ signedAt }) => (signedAt === null ? 'Draft saved.' : 'Review signed.')}
      theirs={theirs}
      more={<SignButton number={number} signing={signing} />}
    >
      {(form) => (
        <>
          {reviewParts.map((part) => (
            <PartLines key={`${part}-${version}`} part={part} lines={review[part]} form={form} />
          ))}
          {'refused' in signing ? null : <NextReview signing={signing} form={form} />}
        </>
      )}
    </Form>
  );
}

type NextReviewProps = { signing: Exclude<Signing, { refused: string }>; form: FormState };

function NextReview({ signing: { suggestedOn, hint }, form: { errorOf, typedOf } }: NextReviewProps) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2">Signature of the governance owner</legend>
      <Field
        label="Next review"
        name="nextOn"
        type="date"
        hint={hint}
        error={errorOf('nextOn')}
        defaultValue={typedOf('nextOn', suggestedOn)}
      />
    </fieldset>
  );
}

/** Signs the review with all that stands in the form. */
function SignButton({ number, signing }: { number: number; signing: Signing }) {
  const label = `Sign review ${number}`;
  if ('refused' in signing) return <Button disabledReason={signing.refused}>{label}</Button>;
  return (
    <SubmitButton variant="primary" name="press" value="sign">
      {label}
    </SubmitButton>
  );
}
