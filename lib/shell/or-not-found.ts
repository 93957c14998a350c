import 'server-only';
import { notFound } from 'next/navigation';
import { InvalidInput } from '#lib/domain/errors';

/** What a query gives to a page; an address that makes no sense, or names nothing, is not found. */
export async function orNotFound<T>(asked: Promise<T | null>): Promise<T> {
  try {
    return (await asked) ?? notFound();
  } catch (thrown) {
    if (thrown instanceof InvalidInput) notFound();
    throw thrown;
  }
}
