import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { isWanted } from '#lib/domain/settings/is-wanted';
import { list, paragraph, text, type Block, type Line, type Section } from './document';

const isSetUp = ({ integrations }: RolloutFacts, key: string): boolean =>
  integrations.get(key)?.state === 'set_up';

/** How to begin in the cloud; one sentence while its toggle is not wanted. */
export function cloudSections(facts: RolloutFacts): Section[] {
  if (!isWanted(facts, 'codex.cloud')) {
    const blocks = [paragraph(text('Codex cloud is not turned on in this phase.'))];
    return [{ title: 'Start in the cloud', blocks }];
  }
  const { cloud, internet } = facts.guide.instructions;
  const steps: Line[] = cloud.steps.map((step) => [text(step)]);
  return [
    {
      title: 'Start in the cloud',
      blocks: [
        paragraph(
          text(`${cloud.signIn} Open `),
          { link: cloud.link.title, url: cloud.link.url },
          text(', then:'),
        ),
        { kind: 'steps', items: steps },
        paragraph(text('For example:')),
        ...list(cloud.tries.map(({ name, prompt }) => [{ strong: name }, text(`: ${prompt}`)])),
        paragraph(text(cloud.setup)),
      ],
    },
    environmentsSection(facts),
    ...placesSection(facts),
    {
      title: 'Internet access of agents',
      blocks: [paragraph(text(isWanted(facts, 'codex.internet_access') ? internet.on : internet.off))],
    },
  ];
}

function environmentsSection({ environments: { shared, sharedNames } }: RolloutFacts): Section {
  const title = 'Shared environments';
  if (shared === 0) {
    return { title, blocks: [paragraph(text('None is shared yet: create your own for your repository.'))] };
  }
  const more = shared - sharedNames.length;
  return {
    title,
    blocks: [
      ...list(
        sharedNames.map(({ name, repository }) => [{ strong: name }, text(' for '), { code: repository }]),
      ),
      ...(more > 0 ? [paragraph(text(`Codex shows ${more} more.`))] : []),
    ],
  };
}

function placesSection(facts: RolloutFacts): Section[] {
  const { codeReview, slack, linear } = facts.guide.instructions;
  const { reviewed, automatic } = facts.repositories;
  const answers = isWanted(facts, 'codex.slack_answers') ? slack.answers : slack.onlyLink;
  const places: Line[] = [
    ...(reviewed > 0
      ? [
          place(
            'Pull requests',
            codeReview.code,
            automatic > 0 ? `${codeReview.text} ${codeReview.automatic}` : codeReview.text,
          ),
        ]
      : []),
    ...(isSetUp(facts, 'slack') ? [place('Slack', slack.code, `${slack.text} ${answers}`)] : []),
    ...(isSetUp(facts, 'linear') ? [place('Linear', linear.code, linear.text)] : []),
  ];
  const blocks: Block[] = list(places);
  return blocks.length === 0 ? [] : [{ title: 'Where else you can ask Codex', blocks }];
}

const place = (name: string, code: string, words: string): Line => [
  { strong: name },
  text(': '),
  { code },
  text(`. ${words}`),
];
