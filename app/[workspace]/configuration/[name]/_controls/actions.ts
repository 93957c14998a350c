'use server';

import { acceptConfigFinding } from '#lib/commands/config-texts/accept-config-finding';
import { fixConfigFinding } from '#lib/commands/config-texts/fix-config-finding';
import { putBackConfigText } from '#lib/commands/config-texts/put-back-config-text';
import { setConfigKey } from '#lib/commands/config-texts/set-config-key';
import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { importedText, keyFromForm } from '#lib/shell/config-text-form';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

const version = formInteger;

export const setConfigTextAction = toAction(setConfigText, { version });
export const importConfigTextAction = toAction(setConfigText, importedText);
export const putBackConfigTextAction = toAction(putBackConfigText, { version });
export const setConfigKeyAction = toAction(setConfigKey, keyFromForm);
export const fixConfigFindingAction = toAction(fixConfigFinding, {
  version,
  line: formInteger,
  column: formInteger,
});
export const acceptConfigFindingAction = toAction(acceptConfigFinding, { version, endsOn: formOptional });
export const withdrawConfigAcceptanceAction = toAction(withdrawAcceptance, { version });
