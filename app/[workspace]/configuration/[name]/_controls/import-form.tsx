'use client';

import type { Route } from 'next';
import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { mostTaken } from '#lib/domain/config-text/text-size';
import type { BoundAction } from '#lib/shell/bound-action';
import type { importConfigTextAction } from './actions';
import { checkText } from './check-text';
import { textConflict, type ConflictPlace } from './text-conflict';

type Props = {
  action: BoundAction<typeof importConfigTextAction>;
  name: string;
  version: number;
  place: ConflictPlace;
  /** Whether a macOS profile can carry the file. */
  takesProfile: boolean;
  closeHref: Route;
};

/** Takes a file that was chosen or pasted; its findings are shown as soon as it is saved. */
export function ImportForm({ action, name, version, place, takesProfile, closeHref }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ name }}
      submit="Import the file"
      primary
      saved="The file is imported."
      closeHref={closeHref}
      check={checkText}
      conflict={(met) => textConflict(met, place)}
    >
      {({ errorOf, typedOf }) => (
        <>
          <Field
            label="File"
            name="file"
            type="file"
            error={errorOf('file')}
            accept={takesProfile ? '.toml,.mobileconfig,.txt' : '.toml,.txt'}
            hint={`${takesProfile ? 'TOML, or a macOS profile (.mobileconfig) that carries it.' : 'TOML.'} ${mostTaken}`}
          />
          <TextArea
            label="Or its text"
            name="text"
            rows={12}
            mono
            spellCheck={false}
            error={errorOf('text')}
            defaultValue={typedOf('text')}
          />
        </>
      )}
    </Form>
  );
}
