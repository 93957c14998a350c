'use server';

import { changeConfigPolicy } from '#lib/commands/config-policies/change-config-policy';
import { createConfigPolicy } from '#lib/commands/config-policies/create-config-policy';
import { moveConfigPolicy } from '#lib/commands/config-policies/move-config-policy';
import { removeConfigPolicy } from '#lib/commands/config-policies/remove-config-policy';
import { setConfigPolicyText } from '#lib/commands/config-policies/set-config-policy-text';
import { formInteger, formLines, toAction } from '#lib/shell/server-action';

const version = formInteger;
const groups = formLines;

export const createPolicyAction = toAction(createConfigPolicy, { groups });
export const putBackPolicyAction = toAction(createConfigPolicy, { groups, place: formInteger });
export const changePolicyAction = toAction(changeConfigPolicy, { groups, version });
export const movePolicyAction = toAction(moveConfigPolicy, { version });
export const setPolicyTextAction = toAction(setConfigPolicyText, { version });
export const removePolicyAction = toAction(removeConfigPolicy, { version });
