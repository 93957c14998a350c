import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { List, ListRow } from '#components/ui/list';
import { plainSentence, type ChangeSentence } from '#lib/domain/drafts/change-sentence';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { takeFromDraftAction } from './actions';
import { PressForm } from './press-form';
import { draftHref, type DraftAddress } from './draft-address';

type Props = { screen: DraftScreen; address: DraftAddress; editable: boolean };

const tones: Readonly<Record<ChangeSentence['sign'], Tone>> = {
  plus: 'done',
  minus: 'blocked',
  equal: 'quiet',
};
const names: Readonly<Record<ChangeSentence['sign'], string>> = {
  plus: 'Gives',
  minus: 'Takes',
  equal: 'Sets',
};

/** What the draft says, change by change, in the order it is done. */
export function ChangesBox({ screen: { draft, changes }, address, editable }: Props) {
  const remove = takeFromDraftAction.bind(null, address.slug);
  const values = { id: draft.id, version: String(draft.version) };
  const add = editable ? (
    <LinkButton variant="quiet" small icon="plus" scroll={false} href={draftHref(address, { add: 'choose' })}>
      Add a change
    </LinkButton>
  ) : undefined;
  return (
    <Box title="Changes" meta={changes.length} footer={add} flush>
      {changes.length === 0 ? (
        <p className="p-4 text-text-2">None yet. Add the first, and see here whom it would meet.</p>
      ) : (
        <List ordered>
          {changes.map(({ sentence, people }, place) => (
            <ListRow
              key={`${place} ${plainSentence(sentence)}`}
              lead={<Sign sign={sentence.sign} />}
              second={peopleWords(people)}
              action={
                editable ? (
                  <PressForm
                    action={remove}
                    values={{ ...values, place: String(place) }}
                    icon="x"
                    quiet
                    hideLabel
                    label={`Remove this change: ${plainSentence(sentence)}`}
                  />
                ) : undefined
              }
            >
              <strong>{sentence.subject}</strong> {sentence.verb} <strong>{sentence.object}</strong>
            </ListRow>
          ))}
        </List>
      )}
    </Box>
  );
}

function Sign({ sign }: { sign: ChangeSentence['sign'] }) {
  const icon: IconName = sign;
  return <Icon name={icon} tone={tones[sign]} small label={names[sign]} />;
}
