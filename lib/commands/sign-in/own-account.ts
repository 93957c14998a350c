import 'server-only';
import { findAccountByEmail } from '#lib/data/accounts';
import type { Db } from '#lib/data/db';
import { err, ok, type Result } from '#lib/domain/result';
import { verifyPassword } from './password';

type NotOwn = { code: 'invalid_input'; message: string; fields: Record<string, string[]> };

/**
 * The account that an e-mail address already has here, if its password is known too; null where the address
 * has none. `invalid_input` at the password otherwise: nobody takes over another's account.
 */
export async function ownAccount(
  tx: Db,
  { email, password }: { email: string; password: string },
): Promise<Result<string | null, NotOwn>> {
  const account = await findAccountByEmail(tx, { email: email.toLowerCase() });
  if (!account) return ok(null);
  if (await verifyPassword(password, account.passwordHash)) return ok(account.id);
  const fields = { password: ['This e-mail address has an account here: write its password.'] };
  return err({ code: 'invalid_input', message: 'Some fields need another value.', fields });
}
