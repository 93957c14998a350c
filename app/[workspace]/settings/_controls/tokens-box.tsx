import { Box } from '#components/ui/box';
import { classNames } from '#components/ui/class-names';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { Day, Time } from '#components/ui/time';
import type { TokenView } from '#lib/domain/api-tokens/api-token';
import { readOwnTokens } from '#lib/queries/api-tokens';
import { requireVisit, type Visit } from '#lib/shell/context';
import { createTokenAction, revokeTokenAction } from './actions';
import { RevokeToken } from './revoke-token';
import { TokenForm } from './token-form';

const shown = 8;

/** The secrets with which programs act as the reader: made here, listed without the secret, revoked. */
export async function TokensBox({ slug }: { slug: string }) {
  const visit = await requireVisit(slug);
  const tokens = (await readOwnTokens(visit.ctx))?.tokens ?? [];
  const rows = tokens.map((token) => <TokenRow key={token.id} token={token} visit={visit} />);
  return (
    <Box title="Your API tokens" meta={tokens.length} flush>
      {rows.length > 0 ? <ShortList rows={rows} shown={shown} /> : null}
      <div className={classNames('box-body grid gap-3', rows.length > 0 && 'border-t border-line')}>
        <p className="max-w-read text-text-2">
          A program that sends one as <code>Authorization: Bearer</code> acts as you, with your app role.
          Making and revoking one stands in the audit log.
        </p>
        <TokenForm action={createTokenAction.bind(null, slug)} />
      </div>
    </Box>
  );
}

type RowProps = { token: TokenView; visit: Visit };

function TokenRow({ token: { id, name, createdAt, lastUsedAt, endsOn }, visit }: RowProps) {
  const { slug, timeZone: zone } = visit.membership.workspace;
  const at = { now: visit.ctx.now, zone };
  return (
    <ListRow
      action={<RevokeToken action={revokeTokenAction.bind(null, slug)} id={id} name={name} />}
      second={
        <>
          {lastUsedAt ? (
            <>
              Last used <Time at={lastUsedAt} {...at} />
            </>
          ) : (
            'Never used'
          )}
          , made <Time at={createdAt} {...at} />
          {endsOn ? (
            <>
              , until <Day day={endsOn} now={at.now} />
            </>
          ) : (
            ', no end'
          )}
        </>
      }
    >
      <bdi className="wrap-anywhere">{name}</bdi>
    </ListRow>
  );
}
