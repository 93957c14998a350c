'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Field, FieldMessage, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import { reviewParts, type Review, type ReviewLine, type ReviewPart } from '#lib/domain/reviews/review';
import type { BoundAction } from '#lib/shell/bound-action';
import type { changeReviewAction } from './actions';

type Props = { action: BoundAction<typeof changeReviewAction>; review: Review };

type Words = { title: string; one: string; owner: boolean; due: boolean };

const words: Readonly<Record<ReviewPart, Words>> = {
  findings: { title: 'Findings', one: 'Finding', owner: false, due: false },
  decisions: { title: 'Decisions', one: 'Decision', owner: true, due: false },
  actions: { title: 'Actions', one: 'Action', owner: true, due: true },
};

/** Lines that stand empty below the written ones. */
const spare = 2;

function theirs(current: unknown) {
  if (current === null || typeof current !== 'object') return null;
  const counts = reviewParts.map((part) => {
    const lines: unknown = Object.entries(current).find(([name]) => name === part)?.[1];
    return `${Array.isArray(lines) ? lines.length : 0} ${part}`;
  });
  return counts.join(', ');
}

/** What was found, decided and given out, line by line; lines left empty are not stored. */
export function ReviewForm({ action, review }: Props) {
  const { number, version } = review;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ number: String(number) }}
      submit="Save draft"
      saved="Draft saved."
      theirs={theirs}
    >
      {(form) =>
        reviewParts.map((part) => (
          <PartLines key={`${part}-${version}`} part={part} lines={review[part]} form={form} />
        ))
      }
    </Form>
  );
}

function PartLines({
  part,
  lines,
  form,
}: {
  part: ReviewPart;
  lines: readonly ReviewLine[];
  form: FormState;
}) {
  const [count, setCount] = useState(lines.length + spare);
  const { title, one } = words[part];
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2">{title}</legend>
      <FieldMessage id={`${part}-message`} error={form.errorOf(part)} />
      {Array.from({ length: count }, (_, index) => (
        <Line key={index} part={part} index={index} line={lines[index]} form={form} />
      ))}
      <p>
        <Button small variant="quiet" icon="plus" onClick={() => setCount(count + 1)}>
          {`Another ${one.toLowerCase()}`}
        </Button>
      </p>
    </fieldset>
  );
}

type LineProps = { part: ReviewPart; index: number; line: ReviewLine | undefined; form: FormState };

function Line({ part, index, line, form: { typedOf } }: LineProps) {
  const { one, owner, due } = words[part];
  const name = `${part}.${index}`;
  const label = `${one} ${index + 1}`;
  return (
    <div className="grid gap-2">
      <TextArea
        label={label}
        name={`${name}.text`}
        rows={2}
        defaultValue={typedOf(`${name}.text`, line?.text)}
      />
      {owner ? (
        <div className="grid gap-2 mid:grid-cols-2">
          <Field
            label={`Owner of ${label.toLowerCase()}`}
            name={`${name}.owner`}
            autoComplete="off"
            defaultValue={typedOf(`${name}.owner`, line?.owner)}
          />
          {due ? (
            <Field
              label={`Due date of ${label.toLowerCase()}`}
              name={`${name}.dueOn`}
              type="date"
              defaultValue={typedOf(`${name}.dueOn`, line?.dueOn)}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
