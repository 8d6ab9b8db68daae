import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushChecks } from '@/lib/server/doctor/push-checks';
import { parsePushHost, type PushHost } from '@/lib/shared/push-hosts';

async function findingOf(host: string) {
  const [check] = pushChecks([parsePushHost(host) as PushHost]);
  return check?.run();
}

describe('the way to the push services', () => {
  const server = createServer((_request, response) => response.writeHead(404).end());
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  it('a push service that answers is fine, whatever it answers', async () => {
    const { port } = server.address() as AddressInfo;
    expect(await findingOf(`127.0.0.1:${port}`)).toEqual({
      verdict: 'ok',
      words: `127.0.0.1:${port} answers (HTTP 404)`,
    });
  });

  it('a push service that cannot be reached is a warning, and fails nothing', async () => {
    expect(await findingOf('127.0.0.1:9')).toMatchObject({ verdict: 'warning' });
    expect(await findingOf('push.invalid')).toMatchObject({ verdict: 'warning' });
  });

  it('a wildcard without a host to ask is left out', async () => {
    expect(await findingOf('*.notify.windows.com')).toMatchObject({ verdict: 'skipped' });
  });

  it('the hosts that are offered without a setting have a finding each', () => {
    const names = pushChecks(['fcm.googleapis.com', '*.push.apple.com'] as PushHost[]).map(({ name }) => name);
    expect(names).toEqual(['notifications by fcm.googleapis.com', 'notifications by *.push.apple.com']);
  });
});
