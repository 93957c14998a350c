import { InText } from '#components/config-texts/in-text';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { decisionTexts, presetTexts } from '#lib/catalog/baseline';
import { chosenOptions, type ChosenOption } from '#lib/catalog/decision-words';
import { changedDecisions } from '#lib/domain/config/compare-decisions';
import { decisionKeys, type DecisionKey } from '#lib/domain/config/decision-values';
import type { Decisions } from '#lib/domain/config/decisions';
import { presetNames, presets, type PresetName } from '#lib/domain/config/presets';
import { requireVisit } from '#lib/shell/context';
import type { BoxProps, StoredConfiguration } from './box-props';
import { configurationAddress } from './configuration-address';
import { FileErrors } from './file-errors';
import { whoMayChange } from '#lib/domain/config/who-may-change';

type Props = BoxProps & { decisions: Decisions };

/** The five decisions in force: value, meaning, consequence, and where each is written. */
export function DecisionsBox({ slug, configuration, editable, status, shown, id, decisions }: Props) {
  const byHand = configurationAddress(slug, { file: shown.file, decide: 'by-hand' }, id);
  return (
    <Box
      id={id}
      title={status.task.title}
      meta={<State state={status.state} small />}
      flush
      footer={
        editable ? (
          <LinkButton href={byHand}>Decide by hand…</LinkButton>
        ) : (
          <span className="meta">{whoMayChange}</span>
        )
      }
    >
      <InForce slug={slug} configuration={configuration} />
      {status.reason === null ? null : (
        <div className="grid gap-2 px-4 pb-4">
          <FileErrors slug={slug} />
        </div>
      )}
      <ul>
        {decisionKeys.map((key) => (
          <li key={key} className="grid gap-2 border-t border-line p-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3>{decisionTexts[key].label}</h3>
              {editable ? (
                <LinkButton
                  small
                  variant="quiet"
                  href={configurationAddress(slug, { file: shown.file, decide: key }, id)}
                >
                  {`Change ${decisionTexts[key].label}…`}
                </LinkButton>
              ) : null}
            </div>
            <p className="meta">{decisionTexts[key].question}</p>
            <Decided slug={slug} decision={key} configuration={configuration} decisions={decisions} />
            <WrittenTo decision={key} isForm={!configuration.byText.includes(key)} />
          </li>
        ))}
      </ul>
    </Box>
  );
}

type DecidedProps = Omit<ReasonProps, 'preset'> & { slug: string; configuration: StoredConfiguration };

/** What is decided and why, or the text that it is left to. */
function Decided({ slug, decision, configuration, decisions }: DecidedProps) {
  const left = configuration.leftToTexts.find(({ part }) => part === decision);
  if (left) return <InText slug={slug} left={left} />;
  return (
    <>
      {chosenOptions(decision, decisions).map((option) => (
        <Chosen key={option.label} option={option} />
      ))}
      <Reason decision={decision} decisions={decisions} preset={configuration.preset} />
    </>
  );
}

async function InForce({ slug, configuration }: { slug: string; configuration: StoredConfiguration }) {
  const { ctx, membership } = await requireVisit(slug);
  const { preset, version, changedAt, changedBy } = configuration;
  return (
    <p className="px-4 py-3">
      <strong>{preset ? `${presetTexts[preset].label} preset` : 'Decided by hand'}</strong>{' '}
      <span className="meta">
        {`Version ${version}, ${changedBy} `}
        {changedAt ? <Time at={changedAt} now={ctx.now} zone={membership.workspace.timeZone} /> : null}
      </span>
    </p>
  );
}

function Chosen({ option: { label, details, meaning, consequence } }: { option: ChosenOption }) {
  return (
    <div>
      <p className="font-medium">{label}</p>
      {details.map((detail) => (
        <p key={detail} className="text-text-2">
          {detail}
        </p>
      ))}
      <p className="text-text-2">{meaning}</p>
      <p className="meta-soft">{consequence}</p>
    </div>
  );
}

type ReasonProps = { decision: DecisionKey; decisions: Decisions; preset: PresetName | null };

/** Why, in the words of the preset in force, or of the first that decides it alike. */
function Reason({ decision, decisions, preset }: ReasonProps) {
  const alike = presetNames.filter((name) => !changedDecisions(decisions, presets[name]).includes(decision));
  const named = alike.find((name) => name === preset) ?? alike[0];
  if (!named) return <p className="meta-soft">No preset decides it so.</p>;
  const { label, reasons } = presetTexts[named];
  return <p className="meta-soft">{`Why, as in ${label.toLowerCase()}: ${reasons[decision]}`}</p>;
}

/** Where a decision is written, and what the files that follow from the form always say beside it. */
function WrittenTo({ decision, isForm }: { decision: DecisionKey; isForm: boolean }) {
  const { always, writtenTo } = decisionTexts[decision];
  return (
    <p className="meta">
      {always && isForm ? <span className="block">{always}</span> : null}
      <code>{writtenTo.join(', ')}</code>
    </p>
  );
}
