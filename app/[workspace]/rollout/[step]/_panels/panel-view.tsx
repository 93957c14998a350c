import type { ComponentType } from 'react';
import type { Panel } from '#lib/domain/rollout/step';
import type { PanelProps } from '#lib/shell/panel-props';
import { AuthenticationPanel } from './authentication/authentication-panel';
import { ChecksPanel } from './checks/checks-panel';
import { AccessPanel } from './access/access-panel';
import { ConnectionPanel } from './cloud/connection-panel';
import { EnvironmentsPanel } from './cloud/environments-panel';
import { InstructionsPanel } from './cloud/instructions-panel';
import { IntegrationsPanel } from './cloud/integrations-panel';
import { RepositoriesPanel } from './cloud/repositories-panel';
import { ConfigurationPanel } from './configuration/configuration-panel';
import { DecisionPanel } from './decision/decision-panel';
import { LoginPanel } from './login/login-panel';
import { EgressPanel } from './egress/egress-panel';
import { OwnersPanel } from './owners/owners-panel';
import { PlacesPanel } from './places/places-panel';
import { CadencePanel } from './cadence/cadence-panel';
import { ChannelsPanel } from './channels/channels-panel';
import { MeasuresPanel } from './measures/measures-panel';
import { ReportingOwnersPanel } from './reporting-owners/reporting-owners-panel';
import { SettingsPanel } from './settings/settings-panel';
import { TasksPanel } from './tasks/tasks-panel';
import { WordCells } from './tasks/word-cells';
import { WavesPanel } from './waves/waves-panel';
import { TeamConfigPanel } from './team-config/team-config-panel';

type OwnProps = 'settings' | 'checks' | 'tasks';

/** The panels that need to know nothing but their step. A new kind does not compile until it stands here. */
const panels: Readonly<Record<Exclude<Panel['kind'], OwnProps>, ComponentType<PanelProps>>> = {
  owners: OwnersPanel,
  decision: DecisionPanel,
  authentication: AuthenticationPanel,
  configuration: ConfigurationPanel,
  waves: WavesPanel,
  login: LoginPanel,
  'team-config': TeamConfigPanel,
  places: PlacesPanel,
  access: AccessPanel,
  channels: ChannelsPanel,
  'reporting-owners': ReportingOwnersPanel,
  cadence: CadencePanel,
  measures: MeasuresPanel,
  egress: EgressPanel,
  connection: ConnectionPanel,
  repositories: RepositoriesPanel,
  environments: EnvironmentsPanel,
  integrations: IntegrationsPanel,
  instructions: InstructionsPanel,
};

/** Draws one panel. */
export function PanelView({ panel, ...props }: PanelProps & { panel: Panel }) {
  switch (panel.kind) {
    case 'settings':
      return (
        <SettingsPanel
          {...props}
          groups={panel.groups}
          wordsOf={(status) => <WordCells slug={props.slug} status={status} />}
        />
      );
    case 'checks':
      return <ChecksPanel {...props} taskIds={panel.taskIds} />;
    case 'tasks':
      return <TasksPanel {...props} taskIds={panel.taskIds} />;
    default: {
      const Tool = panels[panel.kind];
      return <Tool {...props} />;
    }
  }
}
