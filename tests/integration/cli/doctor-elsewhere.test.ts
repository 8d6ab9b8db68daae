import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDataDirectory } from '@/lib/config/data-directory/data-directory-lock';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { runCommand } from '../../support/servers/run-command';
import { verdictsIn, WELL } from './doctor-verdicts';

let directory: string;
let guarded: OneSpanServer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-doctor-'));
  guarded = await startOnespanServer({ clientCertificate: true });
});

afterAll(async () => {
  await guarded.close();
  rmSync(directory, { recursive: true, force: true });
});

/** What points the product at a tenant that lets it in. */
function cloudVariables() {
  return {
    GATEWAY: 'onespan-cloud',
    ONESPAN_CLOUD_URL: guarded.cloudUrl,
    ONESPAN_CLOUD_CA_FILE: guarded.caFile,
    ONESPAN_CLOUD_CERTIFICATE_FILE: guarded.clientCertificateFile,
    ONESPAN_CLOUD_KEY_FILE: guarded.clientKeyFile,
    ONESPAN_CLOUD_DOMAIN: 'example.org',
  };
}

describe('the doctor at OneSpan Cloud Authentication', () => {
  it('the doctor has no findings where all is well', async () => {
    const { code, output } = await runCommand('doctor', [], { env: cloudVariables() });
    const ofServer = new Set([
      'log-on',
      'privileges',
      'completion',
      'start times',
      'log-off',
      'component',
      'registration',
      'request to a phone',
      'image for a phone',
    ]);
    const way = Object.entries(WELL).filter(([name]) => !ofServer.has(name));
    expect(verdictsIn(output)).toEqual({ ...Object.fromEntries(way), tenant: 'ok' });
    expect(code).toBe(0);
  });

  it('the doctor names the variables of the cloud in its advice', async () => {
    const env = { ...cloudVariables(), ONESPAN_CLOUD_CERTIFICATE_FILE: '', ONESPAN_CLOUD_KEY_FILE: '' };
    const { code, output } = await runCommand('doctor', [], { env });
    expect(output).toMatch(/failed +client certificate: the server .*wants one/);
    expect(output).toContain('Set ONESPAN_CLOUD_CERTIFICATE_FILE and ONESPAN_CLOUD_KEY_FILE');
    expect(code).toBe(1);
  });
});

describe('the doctor at the embedded gateway', () => {
  it('the doctor checks database, migrations and gateway, unless another process uses the database', async () => {
    const env = { TESSERA_DATA_DIR: join(directory, 'data') };
    const well = await runCommand('doctor', [], { env });
    expect(verdictsIn(well.output)).toEqual({ database: 'ok', size: 'ok', migrations: 'ok', gateway: 'ok' });
    expect(well.code).toBe(0);

    const unlock = await lockDataDirectory(env.TESSERA_DATA_DIR, () => {});
    const inUse = await runCommand('doctor', [], { env });
    unlock();
    expect(verdictsIn(inUse.output)).toEqual({
      database: 'failed',
      size: 'skipped',
      migrations: 'skipped',
      gateway: 'skipped',
    });
    expect(inUse.output).toContain(`is in use by process ${process.pid}; stop that one first`);
    expect(inUse.code).toBe(1);
  });

  it('the doctor reports an unreachable database server without its password', async () => {
    const secrets = {
      TESSERA_SESSION_SECRET: 's'.repeat(64),
      TESSERA_DATA_KEYS: `k1:${'1'.repeat(64)}`,
      GATEWAY_ID: '0'.repeat(16),
      GATEWAY_FRONT_END_KEY: 'f'.repeat(64),
      GATEWAY_BACK_END_KEY: 'b'.repeat(64),
    };
    const DATABASE_URL = `postgresql://tessera:Database-Password-1@localhost:${await freePort()}/tessera`;
    const { code, output } = await runCommand('doctor', [], { env: { ...secrets, DATABASE_URL } });
    expect(output).toMatch(/failed +database: .*ECONNREFUSED/);
    expect(output).toContain('Look at whether the database runs');
    for (const secret of [...Object.values(secrets), 'Database-Password-1']) expect(output).not.toContain(secret);
    expect(code).toBe(1);
  });
});

it('the doctor explains its usage', async () => {
  const { code, output } = await runCommand('doctor', ['--help']);
  expect(output).toContain('npm run doctor');
  expect(output).toContain('starts one real activation');
  expect(code).toBe(0);
});
