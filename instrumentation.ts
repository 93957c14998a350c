import type { Instrumentation } from 'next';

/** What happens once, before this server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { start } = await import('#lib/shell/start');
  await start();
}

/** What happens when a page could not be made. */
export const onRequestError: Instrumentation.onRequestError = async (thrown, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('#lib/shell/request-error');
  logRequestError(thrown, request);
};
