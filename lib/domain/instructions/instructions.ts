import { appliesTo, type SurfaceChoice } from '#lib/domain/rollout/decision';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { isWanted } from '#lib/domain/settings/is-wanted';
import { cloudSections } from './cloud-sections';
import { list, paragraph, text, type Block, type Document, type Line, type Section } from './document';
import type { StartingPlace } from './instruction-texts';
import { managedSections } from './managed-sections';
import { renderMarkdown } from './render-markdown';
import { signInBlocks } from './sign-in-blocks';

/**
 * What end users are told, from the workspace's own decisions: which surfaces, how to sign in, where to begin,
 * what the managed settings mean for them, and whom to ask. Total: says so where something is still open.
 */
export function instructionsOf(facts: RolloutFacts): Document {
  const { surfaces } = facts.decision;
  const isLocal = surfaces !== null && appliesTo('local', surfaces);
  const isCloud = surfaces !== null && appliesTo('cloud', surfaces);
  return {
    title: 'How to start with Codex',
    sections: [
      { title: 'What you can use', blocks: [paragraph(text(decisionWords(facts)))] },
      ...(isLocal ? [localSection(facts), ...managedSections(facts)] : []),
      ...(isCloud ? cloudSections(facts) : []),
      { title: 'Whom to ask', blocks: ownersBlocks(facts) },
    ],
  };
}

/** The instructions as Markdown. */
export const instructionsMarkdown = (facts: RolloutFacts): string => renderMarkdown(instructionsOf(facts));

const rolledOut: Readonly<Record<SurfaceChoice, string>> = {
  local: 'Codex local: the Codex app, the CLI and the IDE extension, on your own computer.',
  cloud: 'Codex cloud: agents in a hosted container, on the web, on iOS, in code review.',
  both: 'Codex local (the app, the CLI and the IDE extension, on your own computer) and Codex cloud (agents in a hosted container).',
};

function decisionWords({ decision: { surfaces } }: RolloutFacts): string {
  return surfaces === null
    ? 'It is not decided yet whether Codex local, Codex cloud or both are rolled out.'
    : rolledOut[surfaces];
}

const placeLine = ({ name, text: words, code }: StartingPlace): Line => [
  { strong: name },
  text(`: ${words}`),
  ...(code === null ? [] : [text(' '), { code }]),
];

function localSection(facts: RolloutFacts): Section {
  const { local } = facts.guide.instructions;
  const refused = paragraph({ code: local.refused.code }, text(` ${local.refused.text}`));
  const notYet = paragraph(text('Codex local is not turned on in this phase.'));
  const blocks: Block[] = isWanted(facts, 'codex.local')
    ? [
        ...signInBlocks(facts),
        ...list([
          ...local.places.map(placeLine),
          ...(isWanted(facts, 'codex.device_code') ? [placeLine(local.deviceCode)] : []),
        ]),
        refused,
      ]
    : [notYet, refused];
  return { title: 'Start on your own computer', blocks };
}

function ownersBlocks({ owners, guide }: RolloutFacts): Block[] {
  const named = owners.filter(({ name }) => name !== null);
  if (named.length === 0) return [paragraph(text('Nobody is named yet.'))];
  return list(
    named.map(({ duty, name, email }) => [
      { strong: name ?? '' },
      text(`, ${guide.duties[duty].label}${email === null ? '' : `: ${email}`}`),
    ]),
  );
}
