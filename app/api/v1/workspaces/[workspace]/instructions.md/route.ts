import { readInstructionsFile } from '#lib/queries/instructions';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readInstructionsFile, 'text/markdown; charset=utf-8');
