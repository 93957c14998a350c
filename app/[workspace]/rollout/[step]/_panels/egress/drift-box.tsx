import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { NumberedList } from '#components/ui/list';
import { State } from '#components/ui/state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { githubAllowList } from '#lib/catalog/egress-sources';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { EgressBoard } from '#lib/queries/egress';

const shownBlocks = 50;
const copiedBlocks = 2_000;
const what =
  'Codex cloud reaches the repositories from the vendor’s own addresses, which change and are published as a file. Where GitHub lets only listed addresses in, the list must hold all of them. The addresses are shared by every customer: they let Codex in, they prove nobody’s identity.';

type Props = { slug: string; status: TaskStatus; board: EgressBoard };

/** Row 4.3: the difference between what is published and what is allowed, and what to do about it. */
export function DriftBox({ slug, status, board: { drift, publications } }: Props) {
  const { task, state, reason } = status;
  const isApplicable = state !== 'not_applicable';
  return (
    <Box id={taskAnchor(task.id)} title={task.title} meta={<State state={state} small />}>
      <div className="grid grid-cols-1 gap-4">
        <p className="text-read">{reason ?? 'The allow list holds exactly the published addresses.'}</p>
        <p className="text-text-2">{what}</p>
        {isApplicable ? (
          <>
            <div className="grid grid-cols-1 items-start gap-x-6 gap-y-4 wide:grid-cols-2">
              <Blocks slug={slug} title="Missing" second="published, not allowed" cidrs={drift.missing} />
              <Blocks slug={slug} title="Surplus" second="allowed, not published" cidrs={drift.surplus} />
            </div>
            {drift.missing.length + drift.surplus.length > 0 ? <WhatToDo /> : null}
            {publications.length > 0 ? (
              <p>
                <PlaceButton
                  small
                  icon="download"
                  download
                  href={`/api/v1/workspaces/${slug}/egress/wanted-allow-list`}
                >
                  Download the published ranges, one a line
                </PlaceButton>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </Box>
  );
}

type BlocksProps = { slug: string; title: string; second: string; cidrs: readonly string[] };

function Blocks({ slug, title, second, cidrs }: BlocksProps) {
  if (cidrs.length === 0) return null;
  const others = Math.max(0, cidrs.length - shownBlocks);
  const isCopied = cidrs.length <= copiedBlocks;
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3>{`${title}: ${cidrs.length.toLocaleString('en')}`}</h3>
        <span className="meta">{`${second}, as the fewest blocks`}</span>
        {isCopied ? <CopyButton text={cidrs.join('\n')} label={`Copy ${title.toLowerCase()}`} /> : null}
      </div>
      <Table fits label={title} columns={[{ label: 'Block' }, { label: 'Addresses', number: true }]}>
        {cidrs.slice(0, shownBlocks).map((cidr) => (
          <TableRow key={cidr} head={<code>{cidr}</code>}>
            <TableCell number>{sizeWords(cidr)}</TableCell>
          </TableRow>
        ))}
      </Table>
      {others > 0 ? (
        <p className="meta">
          {`And ${others.toLocaleString('en')} more, all in `}
          {isCopied ? (
            'the copy'
          ) : (
            <a className="in-words" href={`/api/v1/workspaces/${slug}/egress/drift`}>
              the difference as JSON
            </a>
          )}
          .
        </p>
      ) : null}
    </div>
  );
}

function sizeWords(cidr: string): string {
  const length = Number(cidr.slice(cidr.indexOf('/') + 1));
  return cidr.includes(':') ? `IPv6, /${length}` : (2 ** (32 - length)).toLocaleString('en');
}

function WhatToDo() {
  return (
    <div className="grid gap-2">
      <h3>What to do</h3>
      <NumberedList>
        <li>
          <span>
            In GitHub open {githubAllowList.where} (
            <a className="in-words" href={githubAllowList.link.url} rel="noreferrer">
              {githubAllowList.link.title}
            </a>
            ).
          </span>
        </li>
        <li>Add what is missing. Until then Codex cloud is kept out from those addresses.</li>
        <li>
          Look at what is surplus before removing it: it may be an office or a VPN of your own. Nothing is
          removed by this page.
        </li>
        <li>Save below what the list holds then.</li>
      </NumberedList>
    </div>
  );
}
