import { Ajv } from 'ajv';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '@/lib/config/environment/read-environment';
import { FILE_SETTINGS } from '@/lib/config/environment/setting-files';
import { COMPOSE_FOLDER, readCompose } from '../../../support/deployment/compose';
import { assignmentsOf, readContainerfile } from '../../../support/deployment/containerfile';
import { SHOWN_SETTINGS } from '../../../support/deployment/shown-settings';
import { repository } from '../../../support/repository';

/** Settings that come in files. */
const FILES = new Set(FILE_SETTINGS.map((setting) => `${setting}_FILE`));

const compose = readCompose();
const { site, migrate, database, proxy } = compose.services;
const services = Object.entries(compose.services);

/** Makes the secrets in a copy of the folder. @returns it */
function withSecrets(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-compose-'));
  cpSync(COMPOSE_FOLDER, folder, { recursive: true, filter: (path) => basename(path) !== 'secrets' });
  execFileSync('sh', [join(folder, 'make-secrets.sh')]);
  return folder;
}

function secretsIn(folder: string): Map<string, string> {
  const names = readdirSync(join(folder, 'secrets'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, 'secrets', name), 'utf8')]));
}

describe('the compose file', () => {
  it('Compose Specification: the file is one by its published schema', () => {
    const vector = readFileSync(join(repository, 'tests', 'vectors', 'compose-spec.json'), 'utf8');
    const { schema } = JSON.parse(vector) as { schema: object };
    // Formats are Compose's own words, which no schema explains.
    const ajv = new Ajv({ strict: false, validateFormats: false });
    // The draft's name, as Ajv has it.
    const isValid = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
    isValid(compose);
    expect(isValid.errors).toBeNull();
    expect(isValid({ services: { site: { imag: 'x' } } })).toBe(false);
  });

  it.each(services)('%s has a read-only root, no rights and no way to new ones', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service.cap_add ?? []).toEqual(service === proxy ? ['NET_BIND_SERVICE'] : []);
  });

  it('every port is bound to this machine alone until its operator says otherwise', () => {
    const bound = services.flatMap(([, { ports = [] }]) => ports);
    expect(bound.length).toBeGreaterThan(0);
    expect(bound.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(compose.networks['inside']).toEqual({ internal: true });
    expect(database?.networks).toEqual(['inside']);
  });

  it.each(['site', 'migrate'])('every setting of %s exists, and what might be a secret comes in a file', (name) => {
    const { environment = {}, secrets = [] } = compose.services[name] ?? {};
    const plain = Object.keys(environment).filter((setting) => !setting.endsWith('_FILE'));
    expect(plain.filter((setting) => !SHOWN_SETTINGS.has(setting))).toEqual([]);
    const files = Object.entries(environment).filter(([setting]) => setting.endsWith('_FILE'));
    expect(files.map(([setting]) => setting).filter((setting) => !FILES.has(setting))).toEqual([]);
    expect(files.map(([, file]) => file).sort()).toEqual(secrets.map((secret) => `/run/secrets/${secret}`).sort());
  });

  it('the password of the tables’ owner never gets to the site, which waits until the tables are migrated', () => {
    expect(migrate?.environment).toHaveProperty('DATABASE_MIGRATION_URL_FILE');
    expect(site?.environment).not.toHaveProperty('DATABASE_MIGRATION_URL_FILE');
    expect(site?.secrets).not.toContain('database-migration-url');
    expect(migrate?.command).toEqual(['migrate']);
    expect(site?.depends_on?.['migrate']).toEqual({ condition: 'service_completed_successfully' });
    for (const service of [site, migrate])
      expect(service?.depends_on?.['database']).toEqual({ condition: 'service_healthy' });
    expect(database?.healthcheck?.test[0]).toBe('CMD');
  });

  it('the site’s health is asked for as its image says', () => {
    const last = readContainerfile().stages.at(-1)?.instructions ?? [];
    const inImage = last.find(({ keyword }) => keyword === 'HEALTHCHECK');
    expect(site?.healthcheck?.test).toEqual(['CMD', ...(inImage?.exec ?? [])]);
    expect(site?.healthcheck).toMatchObject(
      Object.fromEntries(['interval', 'timeout'].map((name) => [name, inImage?.flags[name]])),
    );
    const volume = last.find(({ keyword }) => keyword === 'VOLUME')?.text;
    expect(site?.volumes).toEqual([`site:${volume}`]);
    const port = last.flatMap((one) => (one.keyword === 'ENV' ? [assignmentsOf(one).get('PORT')] : []));
    expect(readFileSync(join(COMPOSE_FOLDER, 'Caddyfile'), 'utf8')).toContain(`:site:${port[0]}}`);
  });
});

describe('the secrets of the compose file', () => {
  it('the script makes every secret that the file names, for containers of any user, in a folder of root’s own', () => {
    const folder = withSecrets();
    try {
      const named = Object.values(compose.secrets).map(({ file }) => basename(file));
      expect([...secretsIn(folder).keys()].sort()).toEqual(named.sort());
      expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
      for (const name of named) expect(statSync(join(folder, 'secrets', name)).mode & 0o777).toBe(0o444);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('the secrets are settings as they have to be, different each time and the same when made again', () => {
    const [folder, other] = [withSecrets(), withSecrets()];
    try {
      const environment = Object.fromEntries(
        Object.entries(migrate?.environment ?? {}).map(([name, value]) => [
          name,
          value.replace('/run/secrets/', `${folder}/secrets/`),
        ]),
      );
      expect(() => readSettings(environment)).not.toThrow();
      const made = secretsIn(folder);
      const elsewhere = secretsIn(other);
      for (const [name, value] of made) expect(value === elsewhere.get(name)).toBe(name === 'smtp-url');
      // What an operator has written stays, as does what is in use.
      rmSync(join(folder, 'secrets', 'smtp-url'));
      writeFileSync(join(folder, 'secrets', 'smtp-url'), 'smtps://mail.example.org');
      execFileSync('sh', [join(folder, 'make-secrets.sh')]);
      expect(secretsIn(folder)).toEqual(new Map([...made, ['smtp-url', 'smtps://mail.example.org']]));
    } finally {
      for (const one of [folder, other]) rmSync(one, { recursive: true });
    }
  });
});
