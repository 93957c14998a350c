import Link from 'next/link';
import type { Route } from 'next';
import { accessPath } from '#access/access-places';
import { Disclosure } from '#components/ui/disclosure';
import { Note } from '#components/ui/note';
import { appliedWords } from '#lib/domain/drafts/draft-effect';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { discardDraftAction, renameDraftAction } from './actions';
import { DiscardDraft } from './discard-draft';
import { DraftName } from './name-form';
import { AddChange } from './add-change';
import { ApplyBox } from './apply-box';
import { ChangesBox } from './changes-box';
import { closedBy } from './draft-head';
import type { DraftAddress } from './draft-address';
import { DraftFigures } from './draft-figures';
import { FailingBox } from './failing-box';
import { MovedBox } from './moved-box';
import { PeopleLists } from './people-lists';

type Props = { screen: DraftScreen; address: DraftAddress; editable: boolean; mayApply: boolean };

/** The work on a draft: its numbers, its changes and, beside them, the people. */
export function DraftWork(props: Props) {
  const { screen, address, editable, mayApply } = props;
  const { slug, add, isApplying } = address;
  if (screen.draft.appliedAt) return <Applied {...props} />;
  return (
    <>
      <MovedBox {...{ slug, screen, editable }} />
      {isApplying && closedBy(screen, mayApply) === null ? <ApplyBox {...{ screen, address }} /> : null}
      <DraftFigures screen={screen} />
      <FailingBox {...{ address }} failing={screen.failing} />
      <div className="beside">
        <div className="grid gap-5">
          <ChangesBox {...{ screen, address, editable }} />
          {editable && add !== undefined ? <AddChange {...{ screen, address }} /> : null}
          {editable ? <Rest {...props} /> : null}
        </div>
        <PeopleLists {...{ screen, address, editable }} />
      </div>
    </>
  );
}

function Applied({ screen, address }: Props) {
  // safe because the parts are a slug and a word of this app
  const activity = `/${address.slug}/activity` as Route;
  return (
    <>
      <Note tone="done" title="This draft has been applied.">
        {screen.draft.appliedEffect ? `${appliedWords(screen.draft.appliedEffect)} ` : null}
        What it changed stands thing by thing in{' '}
        <Link className="in-words" href={activity}>
          Activity
        </Link>
        .
      </Note>
      <ChangesBox screen={screen} address={address} editable={false} />
    </>
  );
}

function Rest({ screen: { draft }, address: { slug } }: Props) {
  return (
    <Disclosure summary="Rename or discard">
      <div className="grid gap-4">
        <DraftName action={renameDraftAction.bind(null, slug)} draft={draft} />
        <DiscardDraft
          action={discardDraftAction.bind(null, slug)}
          draft={draft}
          closeHref={accessPath(slug, 'what-if')}
        />
      </div>
    </Disclosure>
  );
}
