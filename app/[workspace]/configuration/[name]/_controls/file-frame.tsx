import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Badge } from '#components/ui/badge';
import { LinkButton } from '#components/ui/button';
import { Tabs } from '#components/ui/tabs';
import { Time } from '#components/ui/time';
import { findingSums } from '#lib/domain/config-check/finding-sums';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';
import { requireVisit } from '#lib/shell/context';
import type { ConfigText } from './config-text';
import { fileAddress, fileViews, type FileView } from './file-address';

type Props = { slug: string; text: ConfigText; view: FileView; editable: boolean; children: ReactNode };

const viewWords: Readonly<Record<FileView, string>> = {
  keys: 'Form',
  text: 'Text',
  findings: 'Findings',
  import: 'Import',
};

/** The frame of a file's page: which file, which view of it, who changed it last. */
export async function FileFrame({ slug, text, view, editable, children }: Props) {
  const { ctx, membership } = await requireVisit(slug);
  const { name, file, findings, sums, changedAt, changedBy } = text;
  const zone = membership.workspace.timeZone;
  return (
    <Page>
      <PageHeader
        title={file}
        // safe because a slug is lower-case words and hyphens
        parent={{
          href: `/${slug}/rollout/configuration` as Route,
          label: 'Local managed settings',
          here: file,
        }}
        badge={<Badge>Draft</Badge>}
        meta={
          <>
            <span>{findingSums(findings)}</span>
            {changedAt ? (
              <span>
                {`${changedBy ?? ''}, `}
                <Time at={changedAt} now={ctx.now} zone={zone} />
              </span>
            ) : null}
          </>
        }
        actions={
          // safe because a slug is lower-case words and hyphens
          <LinkButton href={`/${slug}/configuration/versions` as Route}>Versions and release…</LinkButton>
        }
      />
      <FileTabs {...{ slug, name, sums, view }} />
      <ViewTabs {...{ slug, name, view, editable }} />
      {children}
    </Page>
  );
}

function FileTabs({
  slug,
  name,
  sums,
  view,
}: Pick<ConfigText, 'name' | 'sums'> & { slug: string; view: FileView }) {
  const tabs = textNames.map((one) => ({
    label: (
      <>
        <span className="font-mono">{fileOfText[one]}</span>
        <Left sums={sums.find((sum) => sum.name === one)} />
      </>
    ),
    href: fileAddress(slug, one, { view }),
    current: one === name,
  }));
  return <Tabs label="Files" tabs={tabs} />;
}

type ViewProps = Pick<ConfigText, 'name'> & { slug: string; view: FileView; editable: boolean };

function ViewTabs({ slug, name, view, editable }: ViewProps) {
  const tabs = fileViews
    .filter((one) => one !== 'import' || editable)
    .map((one) => ({
      label: viewWords[one],
      href: fileAddress(slug, name, { view: one }),
      current: one === view,
    }));
  return <Tabs label="Views" tabs={tabs} />;
}

/** Errors and open warnings of a file, as a figure beside its name. */
function Left({ sums }: { sums: ConfigText['sums'][number] | undefined }) {
  const { errors = 0, warnings = 0 } = sums ?? {};
  if (errors > 0)
    return <Badge tone="blocked">{errors === 1 ? '1 error' : `${String(errors)} errors`}</Badge>;
  if (warnings === 0) return null;
  return <Badge tone="stale">{warnings === 1 ? '1 warning' : `${String(warnings)} warnings`}</Badge>;
}
