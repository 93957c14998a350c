import { expect, type APIResponse } from '@playwright/test';

/** Expects a problem of this status and code, and gives it. */
export async function problemOf(response: APIResponse, status: number, code: string) {
  const body = await response.json();
  expect({ status: response.status(), code: body.code }).toEqual({ status, code });
  expect(response.headers()['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ type: 'about:blank', title: expect.stringMatching(/\S/), status });
  expect(body.requestId).toBe(response.headers()['x-request-id']);
  return body;
}
