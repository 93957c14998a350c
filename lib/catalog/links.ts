import type { GuideLink, Season } from '#lib/domain/rollout/guide-link';

/** Periods of the vendor's material that this guide tells apart. */
export const seasons = {
  guide: { month: '2026-03', words: 'March 2026' },
  may: { month: '2026-05', words: 'May 2026' },
  autumn: { month: '2026-09', words: 'autumn 2026' },
} as const satisfies Record<string, Season>;

const docsMoved = {
  since: seasons.autumn,
  where: 'The documentation now lives under learn.chatgpt.com/docs',
};
const settingsMoved = { since: seasons.autumn, where: 'Under chatgpt.com/codex/cloud/settings' };

const autumn = (url: string, title?: string) => ({
  since: seasons.autumn,
  url,
  lastKnownGood: '2026-11-22',
  ...(title ? { title } : {}),
});
const docs = (page: string, title?: string) => [autumn(`https://learn.chatgpt.com/docs/${page}`, title)];

/** Addresses of the vendor that guide 2026-03 sends people to. */
export const links = {
  guide: {
    title: 'Admin setup',
    url: 'https://developers.openai.com/codex/enterprise/admin-setup',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('enterprise/admin-setup', 'Admin rollout guide'),
  },
  authentication: {
    title: 'Authentication',
    url: 'https://developers.openai.com/codex/auth',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('auth'),
  },
  security: {
    title: 'Security',
    url: 'https://developers.openai.com/codex/security',
    lastKnownGood: '2026-03-07',
    moved: { since: seasons.guide, where: 'The page became “Agent approvals & security” on 7 March 2026' },
    later: [
      {
        since: seasons.guide,
        url: 'https://developers.openai.com/codex/agent-approvals-security',
        title: 'Agent approvals & security',
        lastKnownGood: '2026-05-04',
      },
      autumn('https://learn.chatgpt.com/docs/agent-approvals-security', 'Agent approvals & security'),
    ],
  },
  managedConfiguration: {
    title: 'Managed configuration',
    url: 'https://developers.openai.com/codex/enterprise/managed-configuration',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('enterprise/managed-configuration'),
  },
  governance: {
    title: 'Governance',
    url: 'https://developers.openai.com/codex/enterprise/governance',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('enterprise/governance'),
  },
  adminSettings: {
    title: 'Workspace Settings > Settings and Permissions',
    url: 'https://chatgpt.com/admin/settings',
    lastKnownGood: '2026-05-04',
    moved: { since: seasons.autumn, where: 'Workspace settings > Permissions & roles' },
    later: [autumn('https://admin.openai.com', 'Admin Console')],
  },
  rbac: {
    title: 'RBAC in the Help Center',
    url: 'https://help.openai.com/en/articles/11750701-rbac',
    lastKnownGood: '2026-09-01',
    moved: null,
    later: [],
  },
  configBasics: {
    title: 'Config basics: locations and precedence',
    url: 'https://developers.openai.com/codex/config-basic#configuration-precedence',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('config-file/config-basic'),
  },
  codex: {
    title: 'Codex in ChatGPT',
    url: 'https://chatgpt.com/codex',
    lastKnownGood: '2026-05-04',
    moved: null,
    later: [],
  },
  cloudEnvironments: {
    title: 'Cloud environments',
    url: 'https://developers.openai.com/codex/cloud/environments',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('environments/cloud-environment'),
  },
  egressRanges: {
    title: 'Egress IP ranges of Codex cloud',
    url: 'https://openai.com/chatgpt-agents.json',
    lastKnownGood: '2026-03-07',
    moved: null,
    later: [],
  },
  connectorRanges: {
    title: 'Egress IP ranges of ChatGPT connectors',
    url: 'https://openai.com/chatgpt-connectors.json',
    lastKnownGood: '2026-09-01',
    moved: null,
    later: [],
  },
  codeReview: {
    title: 'Settings → Code review',
    url: 'https://chatgpt.com/codex/settings/code-review',
    lastKnownGood: '2026-05-04',
    moved: settingsMoved,
    later: [autumn('https://chatgpt.com/codex/cloud/settings/code-review')],
  },
  environmentSettings: {
    title: 'Settings → Environments',
    url: 'https://chatgpt.com/codex/settings/environments',
    lastKnownGood: '2026-05-04',
    moved: settingsMoved,
    later: [],
  },
  connectors: {
    title: 'Settings → Connectors',
    url: 'https://chatgpt.com/codex/settings/connectors',
    lastKnownGood: '2026-05-04',
    moved: settingsMoved,
    later: [],
  },
  adminConnectors: {
    title: 'Connector settings',
    url: 'https://chatgpt.com/admin/ca',
    lastKnownGood: '2026-03-08',
    moved: null,
    later: [],
  },
  slack: {
    title: 'Codex in Slack',
    url: 'https://developers.openai.com/codex/integrations/slack',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('third-party/slack'),
  },
  github: {
    title: 'Codex in GitHub',
    url: 'https://developers.openai.com/codex/integrations/github',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('third-party/github'),
  },
  linear: {
    title: 'Codex in Linear',
    url: 'https://developers.openai.com/codex/integrations/linear',
    lastKnownGood: '2026-05-04',
    moved: docsMoved,
    later: docs('third-party/linear'),
  },
  analytics: {
    title: 'Workspace analytics',
    url: 'https://chatgpt.com/codex/settings/analytics',
    lastKnownGood: '2026-05-04',
    moved: settingsMoved,
    later: [autumn('https://chatgpt.com/codex/cloud/settings/analytics')],
  },
} as const satisfies Record<string, GuideLink>;
