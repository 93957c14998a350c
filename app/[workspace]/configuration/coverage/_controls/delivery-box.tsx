import { Box } from '#components/ui/box';
import { classNames } from '#components/ui/class-names';
import { Disclosure } from '#components/ui/disclosure';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { Day, Time } from '#components/ui/time';
import type { DeliveryTokenView } from '#lib/domain/api-tokens/api-token';
import { can } from '#lib/domain/authorization/can';
import { readDeliveryTokens } from '#lib/queries/delivery-tokens';
import { requireContext } from '#lib/shell/context';
import { createDeliveryTokenAction, revokeDeliveryTokenAction } from './actions';
import { DeliveryForm } from './delivery-form';
import { RevokeDelivery } from './revoke-delivery';

type Times = { now: Date; zone: string };

const shown = 8;

/** The tokens that lie on machines: who made each, and what was fetched with it. */
export async function DeliveryBox({ slug, ...times }: Times & { slug: string }) {
  const ctx = await requireContext(slug);
  const tokens = (await readDeliveryTokens(ctx))?.tokens ?? [];
  const mayWrite = can(ctx.actor, 'delivery.write');
  const rows = tokens.map((token) => <Row key={token.id} {...{ slug, token, mayWrite }} {...times} />);
  return (
    <Box id="delivery" title="Delivery tokens" meta={tokens.length} flush>
      {rows.length > 0 ? <ShortList rows={rows} shown={shown} /> : null}
      <div className={classNames('box-body grid gap-3', rows.length > 0 && 'border-t border-line')}>
        <p className="max-w-read text-text-2">
          Machines that send one as <code>Authorization: Bearer</code> may fetch releases and send receipts,
          and nothing else. It works in the name of who made it and ends with that person’s access.
        </p>
        {mayWrite ? (
          <DeliveryForm action={createDeliveryTokenAction.bind(null, slug)} />
        ) : (
          <p className="meta">The workspace owner and the IT management owner make them.</p>
        )}
      </div>
    </Box>
  );
}

type RowProps = Times & { slug: string; token: DeliveryTokenView; mayWrite: boolean };

function Row({ slug, token, mayWrite, now, zone }: RowProps) {
  const { id, name, by, createdAt, lastUsedAt, endsOn, fetches } = token;
  return (
    <ListRow
      action={
        mayWrite ? (
          <RevokeDelivery action={revokeDeliveryTokenAction.bind(null, slug)} id={id} name={name} />
        ) : null
      }
      second={
        <>
          {`Made by ${by} `}
          <Time at={createdAt} now={now} zone={zone} />
          {lastUsedAt ? (
            <>
              , last used <Time at={lastUsedAt} now={now} zone={zone} />
            </>
          ) : (
            ', never used'
          )}
          {endsOn ? (
            <>
              , until <Day day={endsOn} now={now} />
            </>
          ) : (
            ', no end'
          )}
        </>
      }
    >
      <span className="grid min-w-0 gap-1">
        <bdi className="wrap-anywhere">{name}</bdi>
        {fetches.length > 0 ? <Fetches fetches={fetches} now={now} zone={zone} /> : null}
      </span>
    </ListRow>
  );
}

function Fetches({ fetches, ...times }: Times & Pick<DeliveryTokenView, 'fetches'>) {
  return (
    <Disclosure summary="What was fetched">
      <ul className="meta grid gap-1">
        {fetches.map(({ release, file, times: often, lastAt }) => (
          <li key={`${String(release)} ${file}`} className="wrap-anywhere">
            <code>{file}</code>
            {` of version ${String(release)}, ${often === 1 ? 'once' : `${often.toLocaleString('en')} times`}, last `}
            <Time at={lastAt} {...times} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
