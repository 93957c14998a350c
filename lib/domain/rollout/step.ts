import type { AcceptanceDefinition } from '#lib/domain/acceptances/acceptance';
import type { ChannelDefinition, ChannelKey } from '#lib/domain/channels/channel';
import type { InstructionTexts } from '#lib/domain/instructions/instruction-texts';
import type { IntegrationDefinition, IntegrationKey } from '#lib/domain/integrations/integration';
import type { Duty, DutyDefinition } from '#lib/domain/owners/owner';
import type { PermissionCatalog } from '#lib/domain/rbac/permission';
import type { ReportingArea, ReportingAreaDefinition } from '#lib/domain/reporting-owners/reporting-owner';
import type { SettingDefinition } from '#lib/domain/settings/setting';
import type { GuideLink } from './guide-link';
import type { TaskDefinition } from './task';

/** A group of a step's tasks under one heading of the toggle register. */
export type SettingsGroup = {
  id: SettingDefinition['group'];
  title: string;
  hint: string;
  /** Toggles and the attested tasks between them, in the order to work. */
  taskIds: readonly string[];
};

/** One kind of work on a step page, and the tasks of the step it shows. */
export type Panel = { taskIds: readonly string[] } & (
  | {
      kind:
        | 'owners'
        | 'decision'
        | 'authentication'
        | 'configuration'
        | 'egress'
        | 'checks'
        | 'waves'
        | 'login'
        | 'team-config'
        | 'places'
        | 'access';
    }
  | { kind: 'channels' | 'reporting-owners' | 'cadence' | 'measures' }
  | { kind: 'connection' | 'repositories' | 'environments' | 'integrations' | 'instructions' }
  | { kind: 'settings'; groups: readonly SettingsGroup[] }
  /** The tasks no other panel of the step shows. */
  | { kind: 'tasks' }
);

export type StepNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** One of the guide's Steps 0–6. */
export type StepDefinition = {
  number: StepNumber;
  slug: string;
  title: string;
  /** What the guide asks, in two sentences of our own. */
  asks: string;
  panels: readonly Panel[];
  /** The duty that signs the step off. */
  signedBy: Duty;
  tasks: readonly TaskDefinition[];
  /** The vendor's pages for the details. */
  links: readonly GuideLink[];
  source: string;
};

/** One version of the guide. */
export type Guide = {
  version: string;
  /** The vendor's page that this guide renders. */
  link: GuideLink;
  /** Row ids and what each is about. */
  rows: Readonly<Record<string, string>>;
  steps: readonly StepDefinition[];
  settings: Readonly<Record<string, SettingDefinition>>;
  duties: Readonly<Record<Duty, DutyDefinition>>;
  channels: Readonly<Record<ChannelKey, ChannelDefinition>>;
  reportingAreas: Readonly<Record<ReportingArea, ReportingAreaDefinition>>;
  integrations: Readonly<Record<IntegrationKey, IntegrationDefinition>>;
  /** What the guide says to end users. */
  instructions: InstructionTexts;
  /** What the governance owner may accept, by subject. */
  acceptances: Readonly<Record<string, AcceptanceDefinition>>;
  /** What custom roles can grant, by key. */
  permissions: PermissionCatalog;
};
