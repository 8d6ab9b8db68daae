import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '@/lib/config/environment/environment-schema';
import { factsOf } from '@/lib/config/environment/setting';
import { FILE_SETTINGS } from '@/lib/config/environment/setting-files';
import { SECRET_NAMES } from '@/lib/config/sections/data-settings';
import { HEALTH_PROBES } from '@/lib/shared/health-probes';
import { assignmentsOf, readContainerfile } from '../../../support/deployment/containerfile';
import {
  documentsOf,
  filesOfKubernetes,
  KUBERNETES_FOLDER,
  podOf,
  type Manifest,
  type Probe,
} from '../../../support/deployment/kubernetes';
import { readCompose } from '../../../support/deployment/compose';
import { SHOWN_SETTINGS } from '../../../support/deployment/shown-settings';
import { repository } from '../../../support/repository';

const { manifests, kustomizations } = filesOfKubernetes();
const hasKustomize = spawnSync('kustomize', ['version']).status === 0;

/** Where `kubernetes-types` declares each kind; the Prometheus operator's is not Kubernetes' own. */
const TYPES: Readonly<Record<string, string>> = {
  ServiceAccount: 'core/v1',
  ConfigMap: 'core/v1',
  Service: 'core/v1',
  Deployment: 'apps/v1',
  Job: 'batch/v1',
  NetworkPolicy: 'networking/v1',
  PodDisruptionBudget: 'policy/v1',
};

function manifest(path: string): Manifest {
  const found = manifests.get(path);
  if (found === undefined) throw new Error(`${path} is not there`);
  return found;
}

const pods = ['base/deployment.yaml', 'migration/job.yaml'].map((path) => ({ path, pod: podOf(manifest(path)) }));
const [site] = podOf(manifest('base/deployment.yaml')).containers;
const image = readContainerfile().stages.at(-1)?.instructions ?? [];

/** What the compiler says of documents as values of their types, which refuse a field that there is not. */
function typeErrorsOf(documents: readonly Manifest[]): string {
  const folder = mkdtempSync(join(repository, 'node_modules', '.tessera-kubernetes-'));
  try {
    const lines = documents
      .filter(({ kind }) => kind in TYPES)
      .map(({ kind, ...rest }, index) => {
        const type = `import('kubernetes-types/${TYPES[kind]}').${kind}`;
        return `export const document${index}: ${type} = ${JSON.stringify({ kind, ...rest })};`;
      });
    expect(lines.length).toBeGreaterThan(0);
    writeFileSync(join(folder, 'documents.ts'), lines.join('\n'));
    const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
    ];
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, join(folder, 'documents.ts')], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the files for Kubernetes', () => {
  it('the network policy lets every port out that a setting’s example names, and DIGIPASS Gateway’s', () => {
    const { egress } = manifest('base/network-policy.yaml').spec as { egress: { ports: { port: number }[] }[] };
    const open = new Set(egress.flatMap(({ ports }) => ports.map(({ port }) => port)));
    const examples = Object.values(environmentSchema.shape).map((schema) => factsOf(schema).example ?? '');
    const named = examples.flatMap((example) =>
      [...example.matchAll(/\.(?:org|com):(\d{2,5})\b/g)].map(([, port]) => Number(port)),
    );
    expect(named).toEqual(expect.arrayContaining([587, 4318, 8888]));
    expect([...named, 5432, 443, 6514, 11_080].filter((port) => !open.has(port))).toEqual([]);
  });

  it('Kubernetes’ own types know every field of every document, and miss none', () => {
    // A patch is a part of a document.
    const whole = [...manifests].filter(([path]) => !path.endsWith('spread.yaml')).map(([, document]) => document);
    expect(typeErrorsOf(whole)).toBe('');
    const misspelt = JSON.parse(
      JSON.stringify(whole).replaceAll('"readOnlyRootFilesystem"', '"readOnlyRootFileSystem"'),
    );
    expect(typeErrorsOf(misspelt as Manifest[])).toContain('readOnlyRootFileSystem');
  });

  it('every file that Kustomize is told of exists, and it is told of every file', () => {
    const named = [...kustomizations].flatMap(([folder, { resources, patches = [] }]) =>
      [...resources, ...patches.map(({ path }) => path)].map((path) => join(folder, path)),
    );
    expect(named.filter((path) => !existsSync(join(KUBERNETES_FOLDER, path)))).toEqual([]);
    const files = named.filter((path) => statSync(join(KUBERNETES_FOLDER, path)).isFile());
    expect(files.sort()).toEqual([...manifests.keys()].sort());
    const names = [...manifests.values()].map(({ metadata }) => metadata.name);
    for (const { replicas = [] } of kustomizations.values())
      for (const { name } of replicas) expect(names).toContain(name);
  });

  it.each(pods)('$path runs without rights, as the user of the image, on a read-only system', ({ pod }) => {
    const [user, group] = (image.find(({ keyword }) => keyword === 'USER')?.text ?? '').split(':').map(Number);
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: group,
      fsGroup: group,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    for (const container of pod.containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources.limits).toHaveProperty('memory');
    }
  });

  it.each(pods)('every setting of $path exists, and comes from a mounted secret', ({ pod }) => {
    for (const { env, volumeMounts } of pod.containers)
      for (const { name, value } of env) {
        expect(FILE_SETTINGS.map((setting) => `${setting}_FILE`)).toContain(name);
        const mount = volumeMounts.find(({ mountPath }) => value.startsWith(`${mountPath}/`));
        expect(mount?.readOnly).toBe(true);
        expect(pod.volumes.find((volume) => volume.name === mount?.name)?.secret).toBeDefined();
      }
    const names = pod.containers.flatMap(({ env }) => env.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(['DATABASE_URL', ...SECRET_NAMES].map((name) => `${name}_FILE`)));
  });

  it('every setting of the config map exists, and is none that might be a secret', () => {
    const literals = [...kustomizations.values()].flatMap(({ configMapGenerator = [] }) =>
      configMapGenerator.flatMap((one) => one.literals),
    );
    const settings = Object.fromEntries(literals.map((line) => line.split(/=(.*)/s, 2)));
    expect(Object.keys(settings).filter((name) => !SHOWN_SETTINGS.has(name))).toEqual([]);
    expect(environmentSchema.safeParse(settings).success).toBe(true);
    expect(site?.envFrom?.[0]?.configMapRef.name).toBe('tessera-settings');
  });

  it('threat: a taken-over site alters the audit log: the owner’s password is in a secret that only the job mounts', () => {
    const secretsOf = (path: string) => podOf(manifest(path)).volumes.flatMap(({ secret }) => secret?.secretName ?? []);
    expect(secretsOf('migration/job.yaml')).toEqual(['tessera', 'tessera-migration']);
    expect(secretsOf('base/deployment.yaml')).toEqual(['tessera']);
    const [job] = podOf(manifest('migration/job.yaml')).containers;
    expect(job?.args).toEqual(['migrate']);
    expect(job?.env.find(({ name }) => name === 'DATABASE_MIGRATION_URL_FILE')?.value).toBe(
      '/run/secrets/tessera-migration/database-migration-url',
    );
  });

  it('the secrets are those that the script of the compose file makes', () => {
    const made = Object.keys(readCompose().secrets);
    const mounted = pods.flatMap(({ pod }) =>
      pod.containers.flatMap(({ env }) => env.map(({ value }) => value.split('/').at(-1))),
    );
    expect(mounted.filter((name) => !made.includes(name ?? ''))).toEqual([]);
  });

  it.each([
    ['startupProbe', 'started'],
    ['livenessProbe', 'live'],
    ['readinessProbe', 'ready'],
  ] as const)('the %s asks for what the site answers as %s, and waits longer than it does', (probe: Probe, path) => {
    expect(HEALTH_PROBES).toContain(path);
    expect(existsSync(join(repository, 'app', 'api', 'health', '[probe]', 'route.ts'))).toBe(true);
    expect(site?.[probe]).toMatchObject({ httpGet: { path: `/api/health/${path}`, port: 'http' } });
    expect(site?.[probe]?.timeoutSeconds).toBeGreaterThanOrEqual(5);
  });

  it('the ports and the writable place are those of the image and of the settings', () => {
    const environment = image.find(({ keyword }) => keyword === 'ENV');
    const port = Number(environment && assignmentsOf(environment).get('PORT'));
    const metrics = kustomizations
      .get('base')
      ?.configMapGenerator?.[0]?.literals.find((line) => /METRICS_PORT/.test(line));
    expect(site?.ports).toEqual([
      { name: 'http', containerPort: port },
      { name: 'metrics', containerPort: Number(metrics?.split('=')[1]) },
    ]);
    const volume = image.find(({ keyword }) => keyword === 'VOLUME')?.text;
    expect(site?.volumeMounts.find(({ readOnly }) => readOnly !== true)?.mountPath).toBe(volume);
  });

  it.runIf(hasKustomize)(
    'Kustomize makes documents of a kind that Kubernetes knows, with the image and replicas in place',
    () => {
      const built = ['overlays/production', 'migration'].flatMap((path) =>
        documentsOf(execFileSync('kustomize', ['build', join(KUBERNETES_FOLDER, path)], { encoding: 'utf8' })),
      );
      expect(typeErrorsOf(built)).toBe('');
      const deployment = built.find(({ kind }) => kind === 'Deployment');
      if (deployment === undefined) throw new Error('no deployment');
      expect(deployment.spec).toMatchObject({ replicas: 3 });
      const pod = podOf(deployment);
      const [container] = pod.containers;
      expect(container?.image).toMatch(/^registry\.example\.org\/tessera:/);
      const settings = built.find(({ kind }) => kind === 'ConfigMap')?.metadata.name;
      expect(container?.envFrom).toEqual([{ configMapRef: { name: settings } }]);
      expect(pod).toHaveProperty('topologySpreadConstraints');
      // Each selector finds the pods of the site.
      const { labels } = (deployment.spec['template'] as { metadata: { labels: object } }).metadata;
      for (const kind of ['Service', 'PodDisruptionBudget', 'NetworkPolicy']) {
        const { selector, podSelector } = (built.find((one) => one.kind === kind)?.spec ?? {}) as {
          selector?: { matchLabels?: object };
          podSelector?: { matchLabels: object };
        };
        expect(labels).toMatchObject(podSelector?.matchLabels ?? selector?.matchLabels ?? selector ?? { none: kind });
      }
    },
  );
});
