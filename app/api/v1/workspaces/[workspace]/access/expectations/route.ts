import { importExpectations } from '#lib/commands/expectations/import-expectations';
import { setExpectations } from '#lib/commands/expectations/set-expectations';
import { readExpectations, readExpectationsFile } from '#lib/queries/expectations';
import { toFileRoute, toQueryRoute, toRoute } from '#lib/shell/http-route';
import { givingYaml, takingYaml } from '#lib/shell/yaml-route';

const yaml = 'application/yaml; charset=utf-8';

export const GET = givingYaml(toFileRoute(readExpectationsFile, yaml), toQueryRoute(readExpectations));
export const PUT = takingYaml(importExpectations, toRoute(setExpectations));
