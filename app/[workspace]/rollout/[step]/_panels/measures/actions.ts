'use server';

import { changeMeasure } from '#lib/commands/measures/change-measure';
import { createMeasure } from '#lib/commands/measures/create-measure';
import { recordMeasureValue } from '#lib/commands/measures/record-measure-value';
import { retireMeasure } from '#lib/commands/measures/retire-measure';
import { formInteger, formNumber, formOptional, toAction } from '#lib/shell/server-action';

export const createMeasureAction = toAction(createMeasure, { target: formNumber });

export const changeMeasureAction = toAction(changeMeasure, { target: formNumber, version: formInteger });

export const retireMeasureAction = toAction(retireMeasure, { version: formInteger });

export const recordMeasureValueAction = toAction(recordMeasureValue, {
  value: formNumber,
  note: formOptional,
});
