import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { requirementsApprovals } from './requirements-approvals';
import { requirementsDesktop } from './requirements-desktop';
import { requirementsLogin } from './requirements-login';
import { requirementsNetwork } from './requirements-network';
import { requirementsRules } from './requirements-rules';
import { requirementsSandbox } from './requirements-sandbox';
import { requirementsTools } from './requirements-tools';

/** Every key of `requirements.toml`. */
export const requirementsKeys: readonly ConfigKey[] = [
  ...requirementsApprovals,
  ...requirementsSandbox,
  ...requirementsNetwork,
  ...requirementsTools,
  ...requirementsRules,
  ...requirementsLogin,
  ...requirementsDesktop,
];
