import 'server-only';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { reviewAuthentication } from '#lib/commands/authentication/review-authentication';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { setSetting } from '#lib/commands/settings/set-setting';
import { attestTask } from '#lib/commands/tasks/attest-task';
import { examplePeople, type ExamplePerson } from '#lib/domain/example/example';
import { day, moment, type Moment } from './moment';
import { accessStory, validationStory } from './story-access';
import { cloudStory } from './story-cloud';
import { governanceStory } from './story-governance';

const named = (duty: string, who: ExamplePerson, standIn?: string) => ({
  duty,
  name: examplePeople[who].name,
  email: examplePeople[who].email,
  ...(standIn ? { standInName: standIn } : {}),
  version: 0,
});

const want = (minutesAgo: number, key: string, wanted: boolean) =>
  moment(minutesAgo, 'mara', setSetting, { key, wanted, version: 0 });

const confirm = (minutesAgo: number, key: string, state: 'on' | 'off', note: string | null = null) =>
  moment(minutesAgo, 'devi', confirmSetting, { key, state, note });

const attest = (minutesAgo: number, who: ExamplePerson, id: string, note: string) =>
  moment(minutesAgo, who, attestTask, { id, note, version: 0 });

const beginning: readonly Moment[] = [
  moment(20 * day, 'mara', setOwner, named('workspace', 'mara', 'Sam Whitlock')),
  moment(20 * day - 2, 'mara', setOwner, named('it', 'devi')),
  moment(20 * day - 4, 'mara', setOwner, named('governance', 'jonas')),
  moment(20 * day - 20, 'mara', setDecision, { surfaces: 'both', version: 0 }),
  attest(19 * day, 'mara', 'posture.security', 'Read with our data protection officer.'),
  attest(19 * day - 6, 'mara', 'posture.environments', 'Shared with all three owners.'),
];

const toggles: readonly Moment[] = [
  want(18 * day, 'codex.local', true),
  want(18 * day - 1, 'codex.device_code', false),
  want(18 * day - 2, 'codex.github_connector', true),
  want(18 * day - 3, 'codex.cloud', true),
  want(18 * day - 4, 'codex.administer', true),
  want(18 * day - 5, 'codex.slack_answers', true),
  attest(17 * day, 'devi', 'prerequisite.repositories', 'All product repositories are on GitHub.com.'),
  attest(17 * day - 3, 'devi', 'prerequisite.github_admin', 'Two organization owners have agreed to help.'),
  confirm(17 * day - 10, 'codex.local', 'on'),
  confirm(17 * day - 11, 'codex.device_code', 'on', 'It was on already; I asked Mara first.'),
  confirm(16 * day, 'codex.github_connector', 'on', 'Approved as a GitHub app by our GitHub admin.'),
  confirm(16 * day - 8, 'codex.cloud', 'on'),
  confirm(15 * day, 'codex.administer', 'on'),
];

const files: readonly Moment[] = [
  moment(14 * day, 'devi', setConfiguration, { preset: 'strict', version: 0 }),
  moment(13 * day, 'devi', setConfiguration, { preset: 'standard', version: 1 }),
  moment(13 * day - 9, 'devi', setLoginRestriction, { method: 'chatgpt', workspaces: [], version: 0 }),
  attest(10 * day, 'devi', 'configuration.deployment', 'By Intune and Jamf, to the pilot’s computers.'),
];

const review: readonly Moment[] = [
  moment(19 * day - 60, 'mara', reviewAuthentication, {
    local: ['chatgpt'],
    chatgpt: ['sso'],
    mfa: 'identity_provider',
    restriction: 'method',
    version: 0,
  }),
];

/** What happened in the example, oldest first: a rollout half way. */
export const exampleStory: readonly Moment[] = [
  ...beginning,
  ...review,
  ...toggles,
  ...files,
  ...accessStory,
  ...cloudStory,
  ...governanceStory,
  ...validationStory,
].toSorted((a, b) => b.minutesAgo - a.minutesAgo);
