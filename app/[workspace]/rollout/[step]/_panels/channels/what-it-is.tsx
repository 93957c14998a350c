import { Disclosure } from '#components/ui/disclosure';
import type { ChannelDefinition } from '#lib/domain/channels/channel';

/** What a channel is for, where it is, and what one needs to know of its key and limits. */
export function WhatItIs({ definition }: { definition: Omit<ChannelDefinition, 'keptDays'> }) {
  const { label, purpose, address, facts } = definition;
  return (
    <Disclosure summary={`What the ${label} is for, and what it needs`}>
      <div className="grid gap-2 text-text-2">
        <p className="max-w-read">{purpose}</p>
        <p>
          <code>{address}</code>
        </p>
        <ul className="grid gap-2">
          {facts.map(({ text, source }) => (
            <li key={text}>
              {text} <span className="meta block">{source}</span>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
