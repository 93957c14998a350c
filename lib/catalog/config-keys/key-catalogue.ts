import type { KeyCatalogue } from '#lib/domain/config-check/look';
import { withClients } from './client-spans';
import { configKeys } from './starting-keys';
import { featureNames } from './features';
import { furtherConfigKeys } from './further-keys';
import { requirementsKeys } from './requirements-keys';

/** All that is known of the clients' configuration files. */
export const keyCatalogue: KeyCatalogue = {
  keys: withClients([...requirementsKeys, ...configKeys]),
  furtherConfigKeys,
  features: featureNames,
};
