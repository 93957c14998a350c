import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton, PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { keptPolicies } from '#lib/domain/config-policies/policy-files';
import { siteUrl } from '#lib/shell/site-url';
import type { PageVersion } from './shown-version';

const archives = [
  { file: 'linux.zip', label: 'Linux' },
  { file: 'macos.zip', label: 'macOS' },
  { file: 'windows.zip', label: 'Windows' },
] as const;

/** How a release gets onto machines: what to download, where machines fetch it, and who has it. */
export function ShipBox({ slug, version }: { slug: string; version: PageVersion }) {
  const { number, released } = version;
  const path = `/api/v1/workspaces/${slug}/releases`;
  const which = number === released ? 'latest' : String(number);
  const address = `${siteUrl()}${path}/${which}/linux/install.sh`;
  return (
    <Box
      title="Ship"
      footer={
        // safe because a slug is lower-case words and hyphens
        <LinkButton small href={`/${slug}/configuration/coverage` as Route}>
          Who has it…
        </LinkButton>
      }
    >
      <div className="grid gap-4">
        <p>
          The bundle lays the files onto machines, verifies them and takes them back; its README says how.
          Each system’s part can be had alone. What it does on macOS and Windows was not tested there.
        </p>
        <p className="flex flex-wrap gap-2">
          {archives.map(({ file, label }) => (
            <PlaceButton key={file} small icon="download" download href={`${path}/${number}/${file}`}>
              {label}
            </PlaceButton>
          ))}
        </p>
        <PoliciesPart files={version.files} path={`${path}/${number}`} />
        <Copied
          label="Pull address"
          hint={
            which === 'latest'
              ? 'Always the release that is current. Every file of the bundle is below it, with an ETag that answers 304.'
              : 'Of this release alone; another one is current. Every file of the bundle is below it.'
          }
          text={address}
        />
        <Copied
          label="Install with a delivery token"
          hint="The token is made on the page Coverage; it can do nothing else."
          text={`curl --fail --silent --show-error --header "Authorization: Bearer $SLIPWAY_TOKEN" --output install.sh ${address} && sudo sh install.sh`}
        />
      </div>
    </Box>
  );
}

type PoliciesProps = { files: PageVersion['files']; path: string };

/** Policies are laid onto no machine: they are pasted, in this order. */
function PoliciesPart({ files, path }: PoliciesProps) {
  const policies = keptPolicies(files);
  if (policies.length === 0) return null;
  return (
    <div className="grid min-w-0 gap-1">
      <h3>Policies for groups</h3>
      <p className="meta">
        They cannot be installed on machines: paste each into the vendor’s console, in this order and for its
        groups, and remove those that are not listed.
      </p>
      <ol className="grid list-decimal gap-1 pl-5">
        {policies.map(({ path: file, name, groupIds }) => (
          <li key={file} className="wrap-anywhere">
            <PlaceButton small icon="download" download href={`${path}/${file}`}>
              {name}
            </PlaceButton>
            <span className="meta">{` for ${groupIds.join(', ') || 'no group'}`}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Copied({ label, hint, text }: { label: string; hint: string; text: string }) {
  return (
    <div className="grid min-w-0 gap-1">
      <h3>{label}</h3>
      <p className="meta">{hint}</p>
      <p className="flex items-start gap-2">
        <code className="min-w-0 flex-1 wrap-anywhere">{text}</code>
        <CopyButton text={text} label={`Copy: ${label}`} iconOnly />
      </p>
    </div>
  );
}
