import type { Route } from 'next';
import { PageHeader } from '#components/layout/page-header';
import { Badge } from '#components/ui/badge';
import { PlaceButton } from '#components/ui/button';
import { Time } from '#components/ui/time';
import { versionState } from '#lib/domain/config-versions/config-version';
import { versionStateWords } from '#lib/domain/config-versions/version-state-words';
import { originWords } from '#lib/domain/config-versions/version-words';
import type { ShownVersion } from './shown-version';

const tones = { made: undefined, approved: 'progress', released: 'done', superseded: undefined } as const;

/** Which version it is, how far it is, and who wrote it. */
export function VersionHeader({ slug, version, now, zone }: ShownVersion) {
  const { number, origin, authors, at, note, against, release } = version;
  const state = versionState(version, version.released);
  const title = `Version ${number}`;
  return (
    <PageHeader
      title={title}
      badge={<Badge tone={tones[state]}>{versionStateWords[state]}</Badge>}
      // safe because a slug is lower-case words and hyphens
      parent={{ href: `/${slug}/configuration/versions` as Route, label: 'Versions', here: title }}
      meta={
        <>
          <span>
            {`Kept by ${authors.map(({ name }) => name).join(', ')}, `}
            <Time at={at} now={now} zone={zone} />
          </span>
          <span>{`${originWords(origin)}: ${note}`}</span>
          <span>{against === null ? 'The first' : `Against version ${against}`}</span>
        </>
      }
      actions={
        release ? (
          <PlaceButton
            icon="download"
            variant="primary"
            download
            href={`/api/v1/workspaces/${slug}/releases/${number}/bundle.zip`}
          >
            Download bundle.zip
          </PlaceButton>
        ) : null
      }
    />
  );
}
