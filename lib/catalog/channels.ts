import type { ChannelDefinition, ChannelKey } from '#lib/domain/channels/channel';

const may = 'Vendor’s documentation of May 2026';
const autumn = 'Vendor’s documentation of autumn 2026';
const march = 'Vendor’s governance page of March 2026';

/** The three channels of guide 2026-03, Step 5. */
export const channels: Readonly<Record<ChannelKey, ChannelDefinition>> = {
  dashboard: {
    label: 'Analytics Dashboard',
    purpose: 'Shows daily users, code reviews and cloud tasks at a glance, and exports them as CSV or JSON.',
    address: 'https://chatgpt.com/codex/settings/analytics',
    facts: [
      {
        text: 'Opens for owners, and for members with the toggle Allow members to administer Codex.',
        source: march,
      },
      {
        text: 'Lags up to 12 hours and reaches back up to 120 days; the Analytics Viewer role opens it too.',
        source: autumn,
      },
      {
        text: 'Since autumn 2026 it stands under chatgpt.com/codex/cloud/settings.',
        source: autumn,
      },
    ],
    keptDays: null,
    source: 'Guide 2026-03, Step 5: “Analytics Dashboard for quick, self-serve visibility”',
  },
  analytics_api: {
    label: 'Analytics API',
    purpose: 'Feeds reporting and BI with usage, code reviews and the answers to them, per day and per user.',
    address: 'https://api.chatgpt.com/v1/analytics/codex',
    facts: [
      {
        text: 'Needs a Platform API key of its own, made by an owner or admin with Read; the vendor’s support then limits it to codex.enterprise.analytics.read.',
        source: may,
      },
      {
        text: 'Since autumn 2026 a workspace Admin key from the Admin Console with Codex analytics API = Read does it.',
        source: autumn,
      },
      { text: 'The workspace id stands under chatgpt.com/admin, Workspace details.', source: may },
      {
        text: 'It looks back 90 days at most and gives 30 days unless asked.',
        source: 'Third-party capture of September 2026, not confirmed by the vendor',
      },
    ],
    keptDays: null,
    source: 'Guide 2026-03, Step 5: “Analytics API for programmatic reporting and BI integration”',
  },
  compliance_api: {
    label: 'Compliance API',
    purpose: 'Exports prompts, answers and metadata as logs, for audits and for looking into an incident.',
    address: 'https://api.chatgpt.com/v1/compliance',
    facts: [
      {
        text: 'Logs are kept up to 30 days, so an exporter must run at least that often.',
        source: march,
      },
      {
        text: 'Needs a Platform API key with All permissions; the vendor’s support gives it the scope read, delete or both.',
        source: may,
      },
      {
        text: 'Since autumn 2026 Admin keys do it; the sensitive compliance permissions need an Owner.',
        source: autumn,
      },
      {
        text: 'Covers only use signed in with ChatGPT: what runs with an API key is not in it.',
        source: march,
      },
      { text: 'Does not give lines of code, acceptance rates or measures of quality.', source: march },
    ],
    keptDays: 30,
    source: 'Guide 2026-03, Step 5: “Compliance API for audit and investigation workflows”',
  },
};
