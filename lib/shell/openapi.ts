import 'server-only';
import { z } from 'zod';
import { operations } from './operations';
import type { Operation } from './operations/operation';
import { sessionCookieName } from './session-cookie';
import { version } from './version';

type JsonSchema = { properties?: Record<string, JsonSchema>; required?: string[]; anyOf?: JsonSchema[] };

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date')
        Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  });
  const { $schema, ...rest } = json;
  return rest as JsonSchema; // safe because it is the JSON Schema zod made
}

const without = (schema: JsonSchema, names: readonly string[]): JsonSchema => ({
  ...schema,
  ...(schema.anyOf ? { anyOf: schema.anyOf.map((one) => without(one, names)) } : {}),
  ...(schema.properties
    ? {
        properties: Object.fromEntries(
          Object.entries(schema.properties).filter(([name]) => !names.includes(name)),
        ),
      }
    : {}),
  ...(schema.required ? { required: schema.required.filter((name) => !names.includes(name)) } : {}),
});

const fileBody = {
  required: true,
  content: {
    'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
};

const filesBody = (names: readonly string[]) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { type: 'string', format: 'binary' }])),
      },
    },
  },
});

const tomlBody = {
  required: true,
  content: {
    'application/toml': { schema: { type: 'string' } },
    'text/plain': { schema: { type: 'string' } },
  },
};

/** How a body is sent; null where it is the operation's input as JSON. */
function bodyOf({ takesFile, takesFiles, takesToml }: Operation) {
  if (takesToml) return tomlBody;
  if (takesFile) return fileBody;
  return takesFiles ? filesBody(takesFiles) : null;
}

/** What answers with a file, or the object the operation gives. */
const answerOf = ({ of, gives }: Operation) =>
  gives
    ? { [gives]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(of.output, 'output') } };

function describe(path: string, method: string, operation: Operation) {
  const { summary, of } = operation;
  const filed = bodyOf(operation);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const input = schemaOf(of.input, 'input');
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path',
    schema: input.properties?.[name] ?? { type: 'string' },
  });
  const notInQuery = [...inPath, ...(filed ? ['content', 'files', 'text'] : [])];
  const inQuery =
    method === 'get' || filed
      ? Object.keys(input.properties ?? {}).filter((name) => !notInQuery.includes(name))
      : [];
  const json = { content: { 'application/json': { schema: without(input, inPath) } }, required: true };
  return {
    summary,
    description: `Capability: ${of.capability}.`,
    parameters: [
      { name: 'workspace', in: 'path', required: true, schema: { type: 'string' } },
      ...inPath.map((name) => parameter(name, 'path')),
      ...inQuery.map((name) => parameter(name, 'query')),
    ],
    ...(method === 'get' ? {} : { requestBody: filed ?? json }),
    responses: {
      200: { description: 'The stored object', content: answerOf(operation) },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
  },
};

/** The API's description, OpenAPI 3.1, made from the schemas the commands and queries parse with. */
export function openApi(): Record<string, unknown> {
  const paths = Object.entries(operations).map(([path, methods]) => [
    `/api/v1/workspaces/{workspace}${path}`,
    Object.fromEntries(
      Object.entries<Operation | undefined>(methods).flatMap(([method, operation]) =>
        operation ? [[method, describe(path, method, operation)]] : [],
      ),
    ),
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Slipway', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookieName() },
      },
    },
  };
}
