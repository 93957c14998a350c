import { CodeText } from '#components/ui/code-block';
import { DefinitionList } from '#components/ui/facts';
import type { EventView } from '#lib/queries/activity';

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** An event as it is stored: its ids, the values before and after, and its place in the chain. */
export function EventProof({ event }: { event: EventView }) {
  const { sequence, action, subject, at, requestId, previousHash, hash } = event;
  const code = (text: string) => <code className="wrap-anywhere">{text}</code>;
  return (
    <div className="grid gap-3 pb-2">
      <DefinitionList
        facts={[
          { term: 'Action', value: code(action) },
          { term: 'Subject', value: code(subject) },
          { term: 'Instant', value: code(at.toISOString()) },
          { term: 'Request', value: code(requestId) },
          { term: 'Hash', value: code(hash) },
          { term: 'Hash before', value: code(previousHash) },
        ]}
      />
      <div className="grid gap-3 mid:grid-cols-2">
        <Value title="Before" label={`Entry ${sequence}, before`} text={json(event.before)} />
        <Value title="After" label={`Entry ${sequence}, after`} text={json(event.after)} />
      </div>
    </div>
  );
}

function Value({ title, label, text }: { title: string; label: string; text: string }) {
  return (
    <div className="min-w-0">
      <strong className="mb-1 block">{title}</strong>
      <div className="rounded-plain border border-line">
        <CodeText label={label} text={text} />
      </div>
    </div>
  );
}
