import type { InternetPolicy } from '#lib/domain/internet-access/internet-access';

/** The vendor's presets in its words, and what each lets agents reach. The lists behind them are the vendor's. */
export const domainPresetTexts: Readonly<
  Record<InternetPolicy['preset'], { label: string; second: string }>
> = {
  none: { label: 'None', second: 'Only the domains you name below.' },
  'common-dependencies': {
    label: 'Common dependencies',
    second: 'The vendor’s list of common dependency domains, and those you name below.',
  },
  unrestricted: { label: 'All (unrestricted)', second: 'Every domain. Nothing is named below.' },
};

/** Which HTTP methods agents may use. */
export const methodTexts: Readonly<Record<InternetPolicy['methods'], { label: string; second: string }>> = {
  read: { label: 'GET, HEAD and OPTIONS', second: 'Agents read; other methods are blocked.' },
  all: { label: 'All methods', second: 'Agents may also send: POST, PUT, PATCH, DELETE.' },
};

/** What the presets hold changes with the vendor; they are kept by name. */
export const presetListNote =
  'Presets are kept by name. Their lists are the vendor’s and change: “Common dependencies” named 71 domains in March and May 2026; the autumn product has a preset “Package managers” of 39.';

/** What can go wrong once agents reach the internet. Source: vendor's page “Agent internet access”, March 2026. */
export const internetRisks: readonly { title: string; text: string }[] = [
  {
    title: 'Prompt injection',
    text: 'A page, an issue or a package the agent reads can give it orders that look like yours.',
  },
  {
    title: 'Exfiltration',
    text: 'Code, secrets and prompts can leave in a request; more easily with methods that send.',
  },
  { title: 'Malware', text: 'The agent can fetch and run a package that does harm.' },
  {
    title: 'Licences',
    text: 'Fetched code can bring a licence into your repository that your company does not accept.',
  },
];
