import 'server-only';
import { cache } from 'react';
import { readTeamConfig } from '#lib/queries/team-config';
import { requireContext } from './context';

/** Rules and skills of a workspace, read and looked at once for a whole page: two panels show them. */
export const teamConfigOf = cache(async (slug: string) => readTeamConfig(await requireContext(slug)));
