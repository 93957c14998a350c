import { Box } from '#components/ui/box';
import { List, ListRow } from '#components/ui/list';
import { dayInWords } from '#lib/domain/calendar';
import { reviewParts, type ReviewText, type ReviewPart } from '#lib/domain/reviews/review';

const titles: Readonly<Record<ReviewPart, string>> = {
  findings: 'Findings',
  decisions: 'Decisions',
  actions: 'Actions',
};

/** What was found, decided and given out, to be read. */
export function ReviewTextBoxes({ review, today }: { review: ReviewText; today: string }) {
  return reviewParts.map((part) => (
    <Box key={part} title={titles[part]} meta={review[part].length} flush>
      {review[part].length === 0 ? (
        <p className="p-4 text-text-2">None.</p>
      ) : (
        <List ordered>
          {review[part].map(({ text, owner, dueOn }, index) => (
            <ListRow key={index} second={owner} meta={dueOn ? `due ${dayInWords(dueOn, today)}` : undefined}>
              <span className="whitespace-pre-line">{text}</span>
            </ListRow>
          ))}
        </List>
      )}
    </Box>
  ));
}
