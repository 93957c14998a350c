'use server';

import { createDeliveryToken } from '#lib/commands/api-tokens/create-delivery-token';
import { revokeDeliveryToken } from '#lib/commands/api-tokens/revoke-delivery-token';
import { receiveReceipts } from '#lib/commands/receipts/receive-receipts';
import { setFleetSize } from '#lib/commands/receipts/set-fleet-size';
import {
  formInteger,
  formOptional,
  formOptionalNumber,
  toAction,
  withFileText,
} from '#lib/shell/server-action';

export const receiveReceiptsAction = toAction(receiveReceipts, async (form) => ({
  text: (await withFileText(form, 'file', 'text')).get('text') ?? '',
}));

export const setFleetSizeAction = toAction(setFleetSize, {
  linux: formOptionalNumber,
  macos: formOptionalNumber,
  windows: formOptionalNumber,
  version: formInteger,
});

export const createDeliveryTokenAction = toAction(createDeliveryToken, { endsOn: formOptional });

export const revokeDeliveryTokenAction = toAction(revokeDeliveryToken);
