'use client';

import { Checkbox } from '#components/ui/choice';
import { Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { mapAction } from './actions';

type Column = { key: string; isRequired: boolean; place: number | null };
type FileColumns = {
  kind: string;
  name: string;
  /** Whether it has lines, of which the first may be data; JSON has none. */
  hasLines: boolean;
  firstLineIsData: boolean;
  header: readonly string[];
  columns: readonly Column[];
};

type Props = { action: BoundAction<typeof mapAction>; id: string; files: readonly FileColumns[] };

/** Says which column of each file is which; the files are then read again. */
export function ColumnsForm({ action, id, files }: Props) {
  return (
    <Form action={action} hidden={{ id }} submit="Read the files again" saved="The files are read again">
      {({ errorOf, typedOf, isTicked }) =>
        files.map(({ kind, name, hasLines, firstLineIsData, header, columns }) => (
          <fieldset key={kind} className="grid gap-2">
            <legend className="label">{name}</legend>
            <div className="grid gap-3 wide:grid-cols-4">
              {columns.map(({ key, isRequired, place }, at) => (
                <Select
                  key={key}
                  name={`${kind}.${key}`}
                  label={isRequired ? key : `${key} (if there is one)`}
                  empty={isRequired ? 'Choose…' : 'None'}
                  defaultValue={typedOf(`${kind}.${key}`, place === null ? '' : String(place))}
                  options={header.map((label, index) => ({
                    value: String(index),
                    label: label || `Column ${index + 1}`,
                  }))}
                  error={at === 0 ? errorOf(kind) : undefined}
                />
              ))}
            </div>
            {hasLines ? (
              <Checkbox
                name={`firstLineIsData.${kind}`}
                value="true"
                defaultChecked={isTicked(`firstLineIsData.${kind}`, firstLineIsData)}
              >
                The first line is data. Else it is read as the header and not imported.
              </Checkbox>
            ) : null}
          </fieldset>
        ))
      }
    </Form>
  );
}
