import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { siemChecks } from '@/lib/server/doctor/siem-checks';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';
import { SiemReceiver } from '@/lib/audit/siem/siem-receiver';
import { hasHaproxy, TlsBalancer } from '../../../support/servers/haproxy';

const authority = new ThrowAwayAuthority('Authority of the receiver');
const identity = authority.issue({ commonName: 'localhost', host: 'localhost' });
const never = new AbortController().signal;

const record = (sequenceNumber: number): AuditRecord => ({
  sequenceNumber,
  at: new Date(Date.UTC(2026, 10, 30, 12, 0, 0, sequenceNumber)),
  event: {
    type: 'authenticator-renamed',
    instanceId: 'VDS1000042-1',
    name: 'Zoë',
    actor: { kind: 'user', userId: 'jane.doe', domain: 'example.org' },
    subject: { userId: 'jane.doe', domain: 'example.org' },
    correlationId: 'a-request',
    address: '192.0.2.1',
  },
  previousHash: '',
  keyId: 'k1',
  hash: '',
});

function siemAt(port: number) {
  const https = { url: `https://localhost:${port}/services/collector/raw`, authorization: 'Splunk a-token' };
  return { host: 'localhost', port, https, tls: { authority: authority.cert, identity: null } };
}

const receiverAt = (port: number, patienceMs = 20_000) =>
  new SiemReceiver({ ...siemAt(port), site: 'id.example.org', patienceMs });

describe('audit records that are posted by HTTPS', () => {
  const servers: Server[] = [];
  const posts: { asked: IncomingMessage; body: string }[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    posts.length = 0;
  });

  async function listen(answer: (response: ServerResponse, body: string) => void): Promise<number> {
    async function take(asked: IncomingMessage, response: ServerResponse): Promise<void> {
      const body = await text(asked);
      posts.push({ asked, body });
      answer(response, body);
    }
    const server = createServer(identity, (asked, response) => void take(asked, response)).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  const answerWith = (status: number) => listen((response) => void response.writeHead(status).end());

  it('a batch is posted as lines of OCSF with the token, in bodies that receivers take, in order', async () => {
    const port = await answerWith(200);
    const many = Array.from({ length: 2_000 }, (_, index) => record(index + 1));
    await receiverAt(port).take(many, never);
    expect(posts.length).toBeGreaterThan(1);
    for (const { asked, body } of posts) {
      expect(asked).toMatchObject({ method: 'POST', url: '/services/collector/raw' });
      expect(asked.headers).toMatchObject({
        authorization: 'Splunk a-token',
        'content-type': 'application/x-ndjson',
      });
      expect(body.length).toBeLessThan(1_000_000);
    }
    const lines = posts.flatMap(({ body }) => body.trimEnd().split('\n'));
    const events = lines.map((line) => JSON.parse(line) as { metadata: { sequence: number } });
    expect(events.map(({ metadata }) => metadata.sequence)).toEqual(many.map(({ sequenceNumber }) => sequenceNumber));
  });

  it.each([302, 400, 401, 403, 413, 429, 500, 503])('an answer of %i takes nothing over', async (status) => {
    const receiver = receiverAt(await answerWith(status));
    await expect(receiver.take([record(1)], never)).rejects.toMatchObject({ code: 'refused' });
  });

  it('a receiver that never answers, or breaks off, has acknowledged nothing', async () => {
    const silent = receiverAt(await listen(() => {}), 300);
    await expect(silent.take([record(1)], never)).rejects.toMatchObject({ code: 'no-acknowledgement' });
    const broken = receiverAt(await listen((response) => void response.destroy()));
    await expect(broken.take([record(1)], never)).rejects.toMatchObject({ code: 'broken-off' });
    const away = receiverAt(await freePort());
    await expect(away.take([record(1)], never)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('threat: another host answers in the receiver’s place — a receiver with another authority gets no token', async () => {
    const port = await answerWith(200);
    const stranger = new ThrowAwayAuthority('Somebody else').cert;
    const receiver = new SiemReceiver({
      ...siemAt(port),
      site: 'id.example.org',
      tls: { authority: stranger, identity: null },
    });
    await expect(receiver.take([record(1)], never)).rejects.toMatchObject({ code: 'not-trusted' });
    expect(posts).toEqual([]);
  });

  it('threat: a receiver behind a balancer that ends TLS is down — posts are not taken over', async (context) => {
    if (!hasHaproxy) return context.skip();
    const balancer = await TlsBalancer.start({ certificate: identity, server: await freePort() });
    try {
      await expect(receiverAt(balancer.port).take([record(1)], never)).rejects.toMatchObject({ code: 'broken-off' });
    } finally {
      await balancer.stop();
    }
  }, 60_000);

  it('the doctor posts nothing but an empty body, and tells a wrong token from a right one', async () => {
    for (const status of [200, 400, 406]) {
      const [taken] = siemChecks(siemAt(await answerWith(status)));
      expect(await taken?.run()).toMatchObject({ verdict: 'ok', words: expect.stringContaining('Send a test record') });
    }
    expect(posts.map(({ body }) => body)).toEqual(['', '', '']);
    const [refused] = siemChecks(siemAt(await answerWith(401)));
    expect(await refused?.run()).toMatchObject({
      verdict: 'failed',
      fix: expect.stringContaining('TESSERA_SIEM_AUTHORIZATION'),
    });
  });
});
