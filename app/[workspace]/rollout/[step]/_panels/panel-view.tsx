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

/** Draws one panel. A new panel kind does not compile until it has a case here. */
export function PanelView({ panel, ...props }: PanelProps & { panel: Panel }) {
  switch (panel.kind) {
    case 'owners':
      return <OwnersPanel {...props} />;
    case 'decision':
      return <DecisionPanel {...props} />;
    case 'authentication':
      return <AuthenticationPanel {...props} />;
    case 'settings':
      return (
        <SettingsPanel
          {...props}
          groups={panel.groups}
          wordsOf={(status) => <WordCells slug={props.slug} status={status} />}
        />
      );
    case 'configuration':
      return <ConfigurationPanel {...props} />;
    case 'checks':
      return <ChecksPanel {...props} taskIds={panel.taskIds} />;
    case 'waves':
      return <WavesPanel {...props} />;
    case 'login':
      return <LoginPanel {...props} />;
    case 'team-config':
      return <TeamConfigPanel {...props} />;
    case 'places':
      return <PlacesPanel {...props} />;
    case 'access':
      return <AccessPanel {...props} />;
    case 'channels':
      return <ChannelsPanel {...props} />;
    case 'reporting-owners':
      return <ReportingOwnersPanel {...props} />;
    case 'cadence':
      return <CadencePanel {...props} />;
    case 'measures':
      return <MeasuresPanel {...props} />;
    case 'egress':
      return <EgressPanel {...props} />;
    case 'connection':
      return <ConnectionPanel {...props} />;
    case 'repositories':
      return <RepositoriesPanel {...props} />;
    case 'environments':
      return <EnvironmentsPanel {...props} />;
    case 'integrations':
      return <IntegrationsPanel {...props} />;
    case 'instructions':
      return <InstructionsPanel {...props} />;
    case 'tasks':
      return <TasksPanel {...props} taskIds={panel.taskIds} />;
    default:
      return panel satisfies never;
  }
}
