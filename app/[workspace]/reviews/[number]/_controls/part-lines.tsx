import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Field, FieldMessage, TextArea } from '#components/ui/field';
import type { FormState } from '#components/ui/form-state';
import type { ReviewLine, ReviewPart } from '#lib/domain/reviews/review';

type Words = { title: string; one: string; owner: boolean; due: boolean };

const words: Readonly<Record<ReviewPart, Words>> = {
  findings: { title: 'Findings', one: 'Finding', owner: false, due: false },
  decisions: { title: 'Decisions', one: 'Decision', owner: true, due: false },
  actions: { title: 'Actions', one: 'Action', owner: true, due: true },
};

/** Lines that stand empty below the written ones. */
const spare = 2;

/** The lines of one part of a review, with room for more. */
export function PartLines({
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
