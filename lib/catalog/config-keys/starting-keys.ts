import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { configApprovals } from './config-approvals';
import { configData } from './config-data';
import { configModel } from './config-model';
import { configTools } from './config-tools';

/** Every key that an administrator's `managed_config.toml` or `config.toml` sets. */
export const configKeys: readonly ConfigKey[] = [
  ...configApprovals,
  ...configTools,
  ...configData,
  ...configModel,
];
