import { FindingsList } from '#components/config-findings/findings-list';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import type { Finding } from '#lib/domain/config-check/finding';
import { layersHref } from './layers-address';
import { PolicyRow, type Policy } from './policy-row';

type List = {
  policies: readonly Policy[];
  base: { people: number; findings: readonly Finding[] };
  several: number;
};
type Props = { slug: string; list: List; editable: boolean; edited: string | undefined };

const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);

/** The policies for groups in their order, and whom the base policy is left. */
export function PoliciesBox({ slug, list: { policies, base, several }, editable, edited }: Props) {
  const faults = base.findings.filter(({ severity }) => severity !== 'info');
  return (
    <Box
      id="policies"
      title="Cloud policies"
      meta={
        several > 0
          ? `${people(several)} in several: the first counts alone`
          : 'The first that fits counts alone'
      }
      footer={
        editable && edited !== 'new' ? (
          <LinkButton small href={layersHref(slug, 'new')} scroll={false}>
            Add a policy…
          </LinkButton>
        ) : null
      }
      flush
    >
      <ol className="list">
        {policies.map((policy, place) => (
          <PolicyRow
            key={policy.id}
            {...{ slug, policy }}
            edits={editable ? { place, isLast: place === policies.length - 1 } : null}
          />
        ))}
        <li className="grid gap-2">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <strong className="min-w-60 flex-1">Base policy: requirements.toml of the draft</strong>
            <span className="text-text-2">{`Reaches ${people(base.people)}`}</span>
          </div>
          {faults.length > 0 ? (
            <Disclosure summary={`As a cloud policy: ${faults.length} to know`}>
              <FindingsList findings={faults} actionsOf={() => null} />
            </Disclosure>
          ) : null}
        </li>
      </ol>
    </Box>
  );
}
