import type { APIResponse } from '@playwright/test';
import { expect, type Api } from './fixtures';

/** The JSON of an answer that must be well. */
export const json = async (response: APIResponse) => {
  expect(response.ok(), `${response.url()} ${await response.text()}`).toBe(true);
  return response.json();
};
/** The three owners, each by the HTTP door. */
export type Cast = { mara: Api; devi: Api; jonas: Api };

const attest = async (api: Api, id: string) =>
  json(await api.put(`/tasks/${id}/attestation`, { note: 'Seen with my own eyes.', version: 0 }));

async function ownersAndDecision({ mara }: Cast) {
  for (const [duty, name] of [
    ['workspace', 'Mara Lindqvist'],
    ['it', 'Devi Raman'],
    ['governance', 'Jonas Ferreira'],
  ]) {
    await json(await mara.put(`/owners/${duty}`, { name, email: null, version: 0 }));
  }
  await json(await mara.put('/decision', { surfaces: 'both', version: 0 }));
  await json(
    await mara.put('/authentication', {
      local: ['chatgpt'],
      chatgpt: ['sso'],
      mfa: 'identity_provider',
      restriction: 'method',
      version: 0,
    }),
  );
  await attest(mara, 'posture.security');
  await attest(mara, 'posture.environments');
}

const wishes = {
  'codex.local': true,
  'codex.device_code': false,
  'codex.github_connector': true,
  'codex.cloud': true,
  'codex.administer': true,
  'codex.slack_answers': true,
  'codex.internet_access': false,
};

async function toggles({ mara, devi }: Cast) {
  for (const [key, wanted] of Object.entries(wishes)) {
    await json(await mara.put(`/settings/${key}`, { wanted, version: 0 }));
    await json(await devi.post(`/settings/${key}/confirmation`, { state: wanted ? 'on' : 'off' }));
  }
  await attest(devi, 'prerequisite.repositories');
  await attest(devi, 'prerequisite.github_admin');
}

async function roles({ mara, devi }: Cast) {
  await json(await mara.put('/access/default-role', { permissions: {}, version: 0 }));
  await json(await mara.post('/access/suggested-groups', {}));
  const { groups } = await json(await mara.get('/access/groups'));
  for (const group of groups) {
    const email = `${String(group.name).toLowerCase().replace(' ', '.')}@example.com`;
    const person = await json(await devi.post('/access/people', { name: `Pilot of ${group.name}`, email }));
    await json(
      await devi.put(`/access/groups/${group.id}/members`, { people: [person.id], version: group.version }),
    );
  }
}

async function expectations({ mara }: Cast) {
  const headers = { 'content-type': 'application/yaml' };
  await json(
    await mara.put(
      '/access/expectations',
      'version: 0\nexpectations:\n  - atMost: { people: 12, may: codex.administer }\n  - everyone: { group: Codex Users, may: codex.local }\n',
      headers,
    ),
  );
}

async function configuration({ devi }: Cast) {
  await json(await devi.put('/configuration', { preset: 'standard', version: 0 }));
  await json(await devi.put('/login-restriction', { method: 'chatgpt', workspaces: [], version: 0 }));
  await json(
    await devi.put('/configuration/team-config', { rules: '# No rules yet\n', skills: [], version: 0 }),
  );
  await attest(devi, 'configuration.deployment');
}

const published = { creationTime: '2026-11-20T00:00:00Z', prefixes: [{ ipv4Prefix: '23.98.142.176/28' }] };

async function cloud({ devi }: Cast) {
  await json(
    await devi.post('/repositories', { name: 'acme/platform', connector: 'allowed', codeReview: 'on' }),
  );
  await json(
    await devi.post('/environments', {
      name: 'default',
      repository: 'acme/platform',
      visibility: 'workspace',
      collaborators: [],
      owner: 'Devi Raman',
    }),
  );
  await json(await devi.put('/egress/allow-list', { cidrs: ['23.98.142.176/28'], version: 0 }));
  await json(await devi.post('/egress/published', published));
  for (const key of ['slack', 'github', 'linear']) {
    await json(await devi.put(`/integrations/${key}`, { state: 'left_out', note: 'Later.', version: 0 }));
  }
  for (const id of ['repositories', 'connector_tokens', 'code_review', 'environment', 'instructions']) {
    await attest(devi, `cloud.${id}`);
  }
}

async function governance({ jonas }: Cast) {
  for (const key of ['dashboard', 'analytics_api', 'compliance_api']) {
    await json(
      await jonas.put(`/channels/${key}`, { state: 'left_out', note: 'After the pilot.', version: 0 }),
    );
  }
  for (const area of ['adoption', 'audit']) {
    await json(
      await jonas.put(`/reporting-owners/${area}`, { name: 'Jonas Ferreira', email: null, version: 0 }),
    );
  }
  await json(await jonas.put('/review-cadence', { every: 'monthly', nextOn: '2099-01-31', version: 0 }));
  const measure = await json(
    await jonas.post('/measures', {
      name: 'Signed in weekly',
      unit: 'people',
      direction: 'at_least',
      target: 30,
      source: 'Dashboard',
    }),
  );
  const today = new Date().toISOString().slice(0, 10);
  await json(await jonas.post(`/measures/${measure.id}/values`, { value: 31, on: today }));
}

async function checksAndWaves({ mara, devi, jonas }: Cast) {
  const { checks } = await json(await devi.get('/checks'));
  for (const { id, items } of checks) {
    for (const { item, expected } of items) {
      const works = (label: string) => String(expected).includes(label);
      await json(
        await devi.post(`/checks/${id}/results`, {
          item,
          outcome: 'as_expected',
          observed: String(expected),
          permissions: {
            'codex.local': works('Codex local'),
            'codex.cloud': works('Codex cloud'),
            'codex.administer': works('administering Codex'),
          },
          version: 0,
        }),
      );
    }
  }
  const { groups } = await json(await mara.get('/access/groups'));
  const wave = await json(
    await mara.post('/waves', {
      name: 'Pilot',
      groupIds: [groups[0].id],
      size: 1,
      startsOn: '2026-12-01',
      endsOn: '2026-12-14',
    }),
  );
  for (const [api, duty] of [
    [mara, 'workspace'],
    [devi, 'it'],
    [jonas, 'governance'],
  ] as const) {
    await json(await api.post(`/waves/${wave.id}/verdicts`, { duty, verdict: 'go', version: 1 }));
  }
  await json(await mara.put(`/waves/${wave.id}/state`, { state: 'running', version: 1 }));
  await json(await mara.put(`/waves/${wave.id}/state`, { state: 'done', version: 2 }));
}

/** What the owners do in each step, in its order; each what is theirs. */
export const walk: readonly ((cast: Cast) => Promise<void>)[] = [
  ownersAndDecision,
  toggles,
  async (cast) => {
    await roles(cast);
    await expectations(cast);
  },
  configuration,
  cloud,
  governance,
  checksAndWaves,
];
