import { setConfigPolicyText } from '#lib/commands/config-policies/set-config-policy-text';
import { readConfigPolicyText } from '#lib/queries/config-policies';
import { takingText, toTextRoute } from '#lib/shell/config-text-route';

export const GET = toTextRoute(readConfigPolicyText);
export const PUT = takingText(setConfigPolicyText);
