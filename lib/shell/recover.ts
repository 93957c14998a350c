import { issueRecoverLink } from '#lib/commands/sign-in/issue-link';
import { siteUrl } from './site-url';
import { systemContext } from './visitor-context';

const [email = ''] = process.argv.slice(2);
const link = await issueRecoverLink(systemContext('cli'), { email });

if (link.ok) {
  const { secret, expiresAt } = link.value;
  process.stdout.write(`A new password can be set here, once, until ${expiresAt.toISOString()}:\n`);
  process.stdout.write(`  ${siteUrl()}/recover/${secret}\n`);
} else {
  process.stderr.write(`${link.error.message}\n`);
}
process.exit(link.ok ? 0 : 1);
