import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { readConfigTextFile } from '#lib/queries/config-texts';
import { takingText, toTextRoute } from '#lib/shell/config-text-route';

export const GET = toTextRoute(readConfigTextFile);
export const PUT = takingText(setConfigText);
