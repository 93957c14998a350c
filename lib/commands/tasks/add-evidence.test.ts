import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { maxEvidenceBytes } from '#lib/domain/attestations/evidence-refusals';
import { listEvidence, readEvidence } from '#lib/queries/evidence';
import { arrange, auditLog } from '#test/arrange';
import { addEvidence } from './add-evidence';
import { attestTask } from './attest-task';

const id = 'configuration.deployment';
const content = new TextEncoder().encode('host,version\nalpha,1.2\n');
const sha256 = createHash('sha256').update(content).digest('hex');
const hosts = { id, name: 'hosts.csv', content };
const stored = (workspaceId: string) =>
  db.evidenceFile.findMany({ where: { workspaceId }, orderBy: { version: 'asc' } });

describe('addEvidence', () => {
  test('the file is stored with its hash, and stands in the audit log without its bytes', async () => {
    const { ctx } = await arrange();

    const result = await addEvidence(ctx, hosts);

    const file = { taskId: id, name: 'hosts.csv', type: 'text/csv', size: 23, sha256, version: 1 };
    expect(result).toMatchObject({ ok: true, value: { ...file, by: ctx.actor.name, at: ctx.now } });
    const [row] = await stored(ctx.workspaceId);
    expect(row).toMatchObject(file);
    expect(Buffer.from(row?.content ?? []).equals(content)).toBe(true);
    const [event] = await auditLog(ctx.workspaceId);
    expect(event).toMatchObject({
      action: 'evidence.added',
      subject: `task:${id}`,
      before: null,
      after: file,
    });
    expect(JSON.stringify(event?.after)).not.toContain('alpha');
  });

  test('a file of the same name is the next version, also of two at once, and every one can be read', async () => {
    const { ctx, as } = await arrange();
    const other = await as('contributor');
    const later = new TextEncoder().encode('host,version\nbeta,1.3\n');

    await addEvidence(ctx, hosts);
    const both = await Promise.all([
      addEvidence(ctx, hosts),
      addEvidence(other, { ...hosts, content: later }),
    ]);

    expect(both.map((result) => result.ok && result.value.version).sort()).toEqual([2, 3]);
    const files = (await listEvidence(ctx, { id }))?.files ?? [];
    expect(files.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
    for (const file of files) {
      const read = await readEvidence(ctx, { id, file: file.id });
      expect(
        createHash('sha256')
          .update(read?.bytes ?? '')
          .digest('hex'),
      ).toBe(file.sha256);
    }
  });

  test('a file of exactly 10 MiB is taken whole, one byte more is not', async () => {
    const { ctx } = await arrange();
    const ten = new Uint8Array(maxEvidenceBytes).fill(0x61);

    const taken = await addEvidence(ctx, { id, name: 'ten.txt', content: ten });
    const refused = await addEvidence(ctx, {
      id,
      name: 'more.txt',
      content: new Uint8Array(maxEvidenceBytes + 1).fill(0x61),
    });

    expect(taken).toMatchObject({ ok: true, value: { size: maxEvidenceBytes } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'too_large' } });
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
  });

  test.each([
    ['empty_file', { content: new Uint8Array() }],
    ['unsupported_file_type', { name: 'x.png', content: new TextEncoder().encode('MZ\u0090\0\u0003') }],
    ['unsupported_file_type', { name: 'x.svg', content: new TextEncoder().encode('<svg/>') }],
    ['name_does_not_fit', { name: 'hosts.png' }],
    ['hash_mismatch', { sha256: 'b'.repeat(64) }],
  ])('%s: %o is refused and nothing is stored', async (code, change) => {
    const { ctx } = await arrange();

    expect(await addEvidence(ctx, { ...hosts, ...change })).toMatchObject({ ok: false, error: { code } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test.each([
    ['a path', { name: '../../x' }, 'name'],
    ['NUL in the name', { name: 'a\0.csv' }, 'name'],
    ['no name', { name: '' }, 'name'],
    ['a task the guide does not know', { id: 'everything' }, 'id'],
    ['half a hash', { sha256: 'abc' }, 'sha256'],
  ])('%s is refused beside its field', async (_, change, field) => {
    const { ctx } = await arrange();

    const result = await addEvidence(ctx, { ...hosts, ...change });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('an auditor may not add files, a contributor may', async () => {
    const { as } = await arrange();

    expect(await addEvidence(await as('auditor'), hosts)).toMatchObject({
      error: { code: 'forbidden', capability: 'evidence.write' },
    });
    expect((await addEvidence(await as('contributor'), hosts)).ok).toBe(true);
  });

  test('proof does not touch the word it stands beside', async () => {
    const { ctx } = await arrange();
    await attestTask(ctx, { id, version: 0 });
    await addEvidence(ctx, hosts);

    expect((await attestTask(ctx, { id, version: 1 })).ok).toBe(true);
  });
});

describe('readEvidence', () => {
  test('bytes that are no longer those that were given are not handed out', async () => {
    const { ctx } = await arrange();
    const added = await addEvidence(ctx, hosts);
    await db.evidenceFile.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { content: Buffer.from('host,version\nalpha,9.9\n') },
    });

    const read = readEvidence(ctx, { id, file: added.ok ? added.value.id : '' });

    await expect(read).rejects.toMatchObject({ code: 'evidence_damaged' });
  });

  test('a file of another task or another workspace is not found', async () => {
    const { ctx } = await arrange();
    const { ctx: stranger } = await arrange();
    const added = await addEvidence(ctx, hosts);
    const file = added.ok ? added.value.id : '';

    expect(await readEvidence(ctx, { id: 'decision', file })).toBeNull();
    expect(await readEvidence(stranger, { id, file })).toBeNull();
    expect(await listEvidence(stranger, { id })).toEqual({ files: [] });
  });
});
