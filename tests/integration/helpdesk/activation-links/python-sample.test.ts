import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import type { LinkResult, ResultKey } from '@/lib/helpdesk/activation-links/result-signer';
import { StoredResultSigner } from '@/lib/helpdesk/activation-links/stored-result-signer';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { systemClock } from '@/lib/shared/time/clock';
import { sampleOf } from '../../../support/sample-of';

const run = promisify(execFile);
const hasPython = spawnSync('python3', ['-c', 'import cryptography'], { stdio: 'ignore' }).status === 0;

const RESULT: LinkResult = {
  linkId: `lnk-${'1'.repeat(32)}` as ActivationLinkId,
  serviceAccountId: `sva-${'2'.repeat(32)}` as ServiceAccountId,
  callerState: 'a "state"',
  activationId: null,
  outcome: 'not-started',
  at: new Date(),
};

describe.skipIf(!hasPython)('a result, verified by the documented Python', () => {
  let server: Server;
  let issuer: string;
  let result: string;

  beforeAll(async () => {
    const keys: ResultKey[] = [];
    const store = {
      list: async () => keys,
      add: async (key: ResultKey) => keys.push(key) > 0,
      erasePrivateKeysBefore: async () => {},
    };
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const encrypter = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);
    const signer = new StoredResultSigner({ store, encrypter, clock: systemClock }, issuer);
    result = await signer.sign(RESULT);
    const published = JSON.stringify(await signer.publish());
    server.on('request', (_request, response) => void response.end(published));
  });

  afterAll(() => void server.close());

  const read = (jws: string, state: string) => {
    const call = 'import sys\nprint(read_result(*sys.argv[1:])["outcome"])';
    const program = `${sampleOf('lib/helpdesk/activation-links/integrating.md', 'python')}\n${call}`;
    return run('python3', ['-c', program, jws, issuer, RESULT.serviceAccountId, RESULT.linkId, state]);
  };

  it('a result is verified by the documented Python', async () => {
    expect((await read(result, RESULT.callerState)).stdout).toBe('not-started\n');
  });

  it('threat: forged, or beside a changed state — is refused', async () => {
    const [header = '', claims = '', signature = ''] = result.split('.');
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    const activated = Buffer.from(JSON.stringify({ ...said, outcome: 'activated' })).toString('base64url');
    await expect(read(`${header}.${activated}.${signature}`, RESULT.callerState)).rejects.toThrow('InvalidSignature');
    await expect(read(result, 'another')).rejects.toThrow('it belongs to another link');
  });
});
