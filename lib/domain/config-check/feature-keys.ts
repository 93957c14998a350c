import { standingAt } from './client-version';
import type { FeatureName } from './feature-name';
import { remove, replace, type Found } from './finding';
import { about, type Look, type Rule } from './look';
import { nearestName } from './nearest-name';
import type { Visit } from './visit-keys';

const isSwitch = /^(features|feature_requirements)\.[^.]+$/;

/** Features that some client does not know, or knows by another name. */
export const featureKeys: Rule = (look) =>
  look.visits
    .filter(({ place }) => isSwitch.test(place?.key?.path ?? ''))
    .flatMap((visit) => {
      const feature = look.features.find(({ name }) => name === visit.entry.name);
      return feature ? aged(visit, feature, look) : [unknown(visit, look)];
    });

function unknown(visit: Visit, { features, text }: Look): Found {
  const names = features.filter(({ now }) => now === null).map(({ name }) => name);
  const nearest = nearestName(
    visit.entry.name,
    names.filter((name) => !visit.table.entries.has(name)),
  );
  return about(visit, {
    id: 'unknown_feature',
    severity: 'error',
    message: `No client knows a feature ${visit.entry.name}, so it is ignored.${nearest ? ` ${nearest} is one.` : ''}`,
    fix: nearest ? replace(`Rename it to ${nearest}`, visit.entry.key, nearest) : remove(text, visit.entry),
  });
}

function aged(visit: Visit, feature: FeatureName, { oldestClient, text }: Look): readonly Found[] {
  const { name, now, until, since } = feature;
  if (now !== null) {
    return [
      about(visit, {
        id: 'older_feature_name',
        severity: 'warning',
        message: `${name} is an older name of ${now}; clients still take it.`,
        fix: visit.table.entries.has(now) ? null : replace(`Rename it to ${now}`, visit.entry.key, now),
      }),
    ];
  }
  if (until !== null) {
    const message = `Clients since ${until} no longer know the feature ${name} and ignore it.`;
    return [
      about(visit, { id: 'feature_retired', severity: 'error', message, fix: remove(text, visit.entry) }),
    ];
  }
  if (standingAt(oldestClient, feature) === 'known') return [];
  const message = `Clients before ${since} do not know the feature ${name}; the oldest here is ${oldestClient}.`;
  return [
    about(visit, { id: 'feature_too_new', severity: 'error', message, fix: remove(text, visit.entry) }),
  ];
}
