import { db } from './database';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const workspace = await db.workspace.findFirst({ where: { slug: 'acme' } });
  return (
    <main>
      <h1>{workspace.name}</h1>
    </main>
  );
}
