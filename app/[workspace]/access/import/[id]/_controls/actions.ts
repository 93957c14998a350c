'use server';

import { applyImport } from '#lib/commands/imports/apply-import';
import { cancelImport } from '#lib/commands/imports/cancel-import';
import { mapColumns } from '#lib/commands/imports/map-columns';
import { formBoolean, formNumber, formOptional, toAction } from '#lib/shell/server-action';
import { columnsFromForm } from './columns-from-form';

export const applyAction = toAction(applyImport, {
  skipRejected: formBoolean,
  effect: formOptional,
  removals: (value) => (formOptional(value) === null ? null : formNumber(value)),
});

export const cancelAction = toAction(cancelImport);

export const mapAction = toAction(mapColumns, columnsFromForm);
