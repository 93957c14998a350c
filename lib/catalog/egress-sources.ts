import type { GuideLink } from '#lib/domain/rollout/guide-link';
import { links } from './links';

/** A published file of egress ranges that may be fetched. */
export type EgressSource = { url: string; label: string; what: string; source: string };

/** The vendor's published files. */
const entries = [
  {
    url: links.egressRanges.url,
    label: 'chatgpt-agents.json',
    what: 'Codex cloud containers, for GitHub’s IP allow list',
    source: 'Guide 2026-03, Step 4, “Configure IP addresses (as needed)”',
  },
  {
    url: links.connectorRanges.url,
    label: 'chatgpt-connectors.json',
    what: 'ChatGPT connectors and plugins',
    source: 'developers.openai.com/api/docs/guides/ip-addresses',
  },
] as const satisfies readonly EgressSource[];

/** The published files, the guide's own first. */
export const egressSources: readonly EgressSource[] = entries;

/** Addresses that may be fetched; no other is. */
export const egressUrls = entries.map(({ url }) => url);

/** The file the guide names. */
export const defaultEgressUrl = entries[0].url;

/** Where GitHub's own settings take the list. */
export const githubAllowList = {
  where: 'Organization → Settings → Authentication security → IP allow list',
  link: {
    title: 'Managing allowed IP addresses for your organization',
    url: 'https://docs.github.com/en/organizations/keeping-your-organization-secure/managing-security-settings-for-your-organization/managing-allowed-ip-addresses-for-your-organization',
    lastKnownGood: '2026-05-04',
    moved: null,
    later: [],
  } satisfies GuideLink,
} as const;
