import 'server-only';
import { countsOf, effectText, markOf } from '#lib/domain/drafts/draft-effect';
import type { AccessDifference } from './access-difference';
import { sha256 } from './sha256';

/** The mark of what some changes do to everybody: whoever applies them says which one they saw. */
export const effectMarkOf = (compared: AccessDifference): string =>
  markOf(countsOf(compared.found), sha256(effectText(compared)));
