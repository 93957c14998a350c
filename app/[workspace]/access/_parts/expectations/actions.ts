'use server';

import { addExpectation } from '#lib/commands/expectations/add-expectation';
import { changeExpectation } from '#lib/commands/expectations/change-expectation';
import { importExpectations } from '#lib/commands/expectations/import-expectations';
import { moveExpectation } from '#lib/commands/expectations/move-expectation';
import { removeExpectation } from '#lib/commands/expectations/remove-expectation';
import { formInteger, formNumber, formOptional, toAction, type Decoder } from '#lib/shell/server-action';

const version = formInteger;
const people: Decoder = (value) => formNumber(formOptional(value) === null ? null : value);
const fields = { group: formOptional, people };

export const addExpectationAction = toAction(addExpectation, { ...fields, place: formInteger });
export const changeExpectationAction = toAction(changeExpectation, { ...fields, version });
export const moveExpectationAction = toAction(moveExpectation, { version });
export const removeExpectationAction = toAction(removeExpectation, { version });
export const importExpectationsAction = toAction(importExpectations, { version });
