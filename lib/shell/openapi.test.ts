import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApi } from './openapi';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema }));
const operation = z.strictObject({
  summary: z.string().min(1),
  description: z.string(),
  parameters: z.array(
    z.strictObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema }),
  ),
  requestBody: z.strictObject({ content, required: z.literal(true) }).optional(),
  responses: z.record(z.string(), z.strictObject({ description: z.string().min(1), content })),
});
const document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string().min(1),
    license: z.object({ name: z.string(), identifier: z.string() }),
  }),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'put', 'post', 'delete']), operation),
  ),
  components: z.object({ securitySchemes: z.record(z.string(), schema) }),
});

const routes = 'app/api/v1/workspaces';

/** Every method of every route file below a workspace, as `put /api/v1/…/{key}`. */
function inFiles(): string[] {
  const files = readdirSync(routes, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const path = `/api/v1/workspaces/${file.replace(/\/route\.ts$/, '').replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')}`;
      const text = readFileSync(`${routes}/${file}`, 'utf8');
      return [...text.matchAll(/^export const ([A-Z]+)\b/gm)].map(
        ([, method]) => `${method?.toLowerCase()} ${path}`,
      );
    })
    .sort();
}

describe('the API’s description', () => {
  const described = document.parse(JSON.parse(JSON.stringify(openApi())));
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, found]) => ({ path, method, found })),
  );

  test('names every route file and method, and nothing else', () => {
    const names = operations.map(({ path, method }) => `${method} ${path}`);

    expect(names.sort()).toEqual(inFiles());
    expect(names.length).toBeGreaterThanOrEqual(11);
  });

  test.each(operations)('declares each part of $method $path once', ({ path, found }) => {
    const inPath = found.parameters.filter((parameter) => parameter.in === 'path');

    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(inPath.every(({ required }) => required)).toBe(true);
  });

  const takesJson = ({ method, found }: (typeof operations)[number]) =>
    method !== 'get' &&
    found.requestBody?.content['multipart/form-data'] === undefined &&
    found.requestBody?.content['application/toml'] === undefined;

  test.each(operations.filter(takesJson))(
    'asks for no part of the path in the body of $method $path',
    ({ found }) => {
      const body = JSON.stringify(found.requestBody?.content['application/json']?.schema);
      const inPath = found.parameters.map(({ name }) => `"${name}":`);

      expect(body).toContain('"properties"');
      expect(inPath.filter((name) => body.includes(name))).toEqual([]);
    },
  );

  test('says how a file is sent, and what of it stands in the address', () => {
    const post = described.paths['/api/v1/workspaces/{workspace}/tasks/{id}/evidence']?.post;

    expect(Object.keys(post?.requestBody?.content ?? {})).toEqual([
      'application/octet-stream',
      'multipart/form-data',
    ]);
    expect(post?.parameters.filter((one) => one.in === 'query').map(({ name }) => name)).toEqual([
      'name',
      'sha256',
    ]);
  });

  test('says that a text of TOML is the body, and what about it stands in the address', () => {
    const post = described.paths['/api/v1/workspaces/{workspace}/configuration/check']?.post;

    expect(Object.keys(post?.requestBody?.content ?? {})).toEqual(['application/toml', 'text/plain']);
    expect(post?.parameters.filter((one) => one.in === 'query').map(({ name }) => name)).toEqual([
      'file',
      'oldestClient',
      'delivery',
      'beside',
    ]);
  });

  test('tells of the version that a write needs', () => {
    const put = described.paths['/api/v1/workspaces/{workspace}/settings/{key}']?.put;

    expect(put?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['wanted', 'version'],
      properties: { wanted: { type: 'boolean' }, version: { type: 'integer', minimum: 0 } },
      additionalProperties: false,
    });
  });

  test('names the security schemes it uses', () => {
    const used = described.security.flatMap((one) => Object.keys(one));

    expect(used.sort()).toEqual(Object.keys(described.components.securitySchemes).sort());
  });
});
