import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '@/lib/cli/build-stamp.mjs';
import { RECOMMENDED_LINE } from '@/lib/cli/node-support';
import { HEALTH_PROBES } from '@/lib/shared/health-probes';
import { assignmentsOf, contextFilter, readContainerfile } from '../../../support/deployment/containerfile';
import { SHOWN_SETTINGS } from '../../../support/deployment/shown-settings';
import { repository } from '../../../support/repository';

const { head, stages } = readContainerfile();
const last = stages.at(-1)?.instructions ?? [];
const all = [...head, ...stages.flatMap(({ instructions }) => instructions)];

function only(keyword: string) {
  const [found, ...others] = last.filter((instruction) => instruction.keyword === keyword);
  if (found === undefined || others.length > 0) throw new Error(`${keyword} is not there once`);
  return found;
}

const environment = assignmentsOf(only('ENV'));

describe('the Containerfile', () => {
  it('the image runs as a user without rights who is named by number, as platforms can check', () => {
    expect(only('USER').text).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
  });

  it('the image needs no shell: it runs nothing while it is put together, and every command is in the exec form', () => {
    expect(last.filter(({ keyword }) => keyword === 'RUN' || keyword === 'SHELL')).toEqual([]);
    for (const keyword of ['ENTRYPOINT', 'CMD', 'HEALTHCHECK']) expect(only(keyword).exec).not.toBeNull();
  });

  it('threat: a secret in a layer or in the history: arguments and environment have names of no secret', () => {
    const args = all.filter(({ keyword }) => keyword === 'ARG').map(({ text }) => text.replace(/=.*/, ''));
    expect(args).toEqual(['NODE_IMAGE', 'RUN_IMAGE', 'VERSION', 'REVISION', 'SOURCE']);
    const settings = [...environment.keys()].filter((name) => name !== 'PATH' && name !== 'NODE_ENV');
    expect(settings.filter((name) => !SHOWN_SETTINGS.has(name))).toEqual([]);
    expect(all.filter(({ keyword, flags }) => keyword === 'ADD' || 'mount' in flags)).toEqual([]);
  });

  it('the image takes nothing but what a stage before has made', () => {
    const copies = last.filter(({ keyword }) => keyword === 'COPY');
    expect(copies.map(({ flags }) => flags['from'])).toEqual(copies.map(() => 'build'));
  });

  it('the volume is the user’s own, and the data directory lies in it', () => {
    const volume = only('VOLUME').text;
    const copy = last.find(({ keyword, text }) => keyword === 'COPY' && text.endsWith(` ${volume}`));
    expect(copy?.flags['chown']).toBe(only('USER').text);
    expect(posix.dirname(environment.get('TESSERA_DATA_DIR') ?? '')).toBe(volume);
    expect(only('WORKDIR').text).toBe(volume);
  });

  it('the port that the image exposes is the one that it listens on, at every address', () => {
    expect(only('EXPOSE').text).toBe(environment.get('PORT'));
    expect(environment.get('HOST')).toBe('0.0.0.0');
  });

  it('the health check asks whether the process is ready, and a stop is the signal that the site ends on', () => {
    const [, path = ''] = /\/api\/health\/(\w+)/.exec(only('HEALTHCHECK').text) ?? [];
    expect(HEALTH_PROBES).toContain(path);
    expect(path).toBe('ready');
    expect(only('STOPSIGNAL').text).toBe('SIGTERM');
  });

  it('OCI image specification, annotations: labels say what the image is made of', () => {
    const labels = assignmentsOf(only('LABEL'));
    for (const [name, value] of [
      ['version', '${VERSION}'],
      ['revision', '${REVISION}'],
      ['source', '${SOURCE}'],
      ['licenses', 'MIT'],
    ] as const)
      expect(labels.get(`org.opencontainers.image.${name}`)).toBe(value);
  });

  it('the base has the Node.js that is recommended', () => {
    const [, major = ''] = /node:(\d+)-/.exec(head.map(({ text }) => text).join(' ')) ?? [];
    expect(Number(major)).toBe(RECOMMENDED_LINE);
  });
});

describe('what goes into a build of the image', () => {
  const goes = contextFilter();

  it('every source of the build goes in', () => {
    const { stdout } = spawnSync('git', ['ls-files', '--', ...SOURCES], { cwd: repository, encoding: 'utf8' });
    const files = stdout.split('\n').filter(Boolean);
    expect(files.length).toBeGreaterThan(1_000);
    expect(files.filter((path) => !goes(path))).toEqual([]);
  });

  it.each([
    '.env',
    '.env.production',
    'lib/config/.env',
    '.data/secrets.json',
    'lib/.data/secrets.json',
    'lib/cli/deployment/compose/secrets/database-url',
    '.git/config',
    'node_modules/next/package.json',
    'lib/kit/node_modules/x',
    'lib/server.key',
    'certificate.pem',
    '.next/BUILD_ID',
    'tests/unit/x.test.ts',
    'lib/generated/prisma/client.ts',
    'anything-else',
  ])('threat: a file of this machine in a layer: %s stays out', (path) => {
    expect(goes(path)).toBe(false);
  });
});
