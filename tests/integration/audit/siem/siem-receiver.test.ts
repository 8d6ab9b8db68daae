import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';
import { SiemReceiver, type SiemSettings } from '@/lib/audit/siem/siem-receiver';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { hasHaproxy, TlsBalancer } from '../../../support/servers/haproxy';
import { readFrames } from '../../../support/servers/test-siem';

const authority = new ThrowAwayAuthority('Authority of the receiver');
const identity = authority.issue({ commonName: 'localhost', host: 'localhost' });
const never = new AbortController().signal;

const record = (sequenceNumber: number, name = 'Zoë'): AuditRecord => ({
  sequenceNumber,
  at: new Date(Date.UTC(2026, 10, 30, 12, 0, 0, sequenceNumber)),
  event: {
    type: 'authenticator-renamed',
    instanceId: 'VDS1000042-1',
    name,
    actor: { kind: 'user', userId: 'jane.doe', domain: 'example.org' },
    subject: { userId: 'jane.doe', domain: 'example.org' },
    correlationId: 'a-request',
    address: '192.0.2.1',
  },
  previousHash: '',
  keyId: 'k1',
  hash: '',
});

function receiverAt(port: number, settings: Partial<SiemSettings> = {}): SiemReceiver {
  const common = { host: 'localhost', site: 'id.example.org', holdMs: 50, https: null } as const;
  return new SiemReceiver({ ...common, port, tls: { authority: authority.cert, identity: null }, ...settings });
}

/** With the times of the product. */
function shipped(port: number): SiemReceiver {
  const tls = { authority: authority.cert, identity: null };
  return new SiemReceiver({ host: 'localhost', port, site: 'id.example.org', https: null, tls });
}

describe('the stream of audit records to a SIEM (RFC 5424, RFC 5425)', () => {
  const servers: Server[] = [];

  async function listen(take: (socket: TLSSocket) => void, options = {}): Promise<number> {
    const server = createServer({ ...identity, allowHalfOpen: true, ...options }, take).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  afterEach(async () => {
    for (const server of servers.splice(0)) server.close();
  });

  it('a batch arrives as messages that are counted in octets, in order, and only then counts as taken over', async () => {
    let text = '';
    async function read(socket: TLSSocket): Promise<void> {
      text = (await buffer(socket)).toString('utf8');
      socket.end();
    }
    const port = await listen((socket) => void read(socket));
    await receiverAt(port).take([record(1), record(2)], never);
    const messages = readFrames(Buffer.from(text));
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(
      /^<110>1 2026-11-30T12:00:00\.001Z id\.example\.org tessera - authenticator-renamed \[meta sequenceId="1"\] \{/,
    );
    expect(JSON.parse(messages[1]?.replace(/^.*?\] /, '') ?? '')).toMatchObject({
      metadata: { sequence: 2, event_code: 'authenticator-renamed' },
      unmapped: { name: 'Zoë' },
    });
  });

  it('nothing in a name breaks a message in two', async () => {
    let text = '';
    async function read(socket: TLSSocket): Promise<void> {
      text = (await buffer(socket)).toString('utf8');
      socket.end();
    }
    const port = await listen((socket) => void read(socket));
    const name = '\n12 <110>1 forged\r\u2028] "é"\u0000';
    await receiverAt(port).take([record(1, name)], never);
    const [message, ...others] = readFrames(Buffer.from(text));
    expect(others).toEqual([]);
    expect(message).toMatch(/^[\u0020-\u007E]+$/);
    expect(JSON.parse(message?.replace(/^.*?\] /, '') ?? '')).toMatchObject({ unmapped: { name } });
  });

  it('a receiver that breaks off before the end has taken nothing over', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.destroy()));
    const many = Array.from({ length: 2_000 }, (_, index) => record(index + 1));
    await expect(receiverAt(port).take(many, never)).rejects.toMatchObject({ code: 'broken-off' });
  });

  it('threat: a receiver behind a balancer that ends TLS is down — the balancer’s end acknowledges nothing', async (context) => {
    if (!hasHaproxy) return context.skip();
    const balancer = await TlsBalancer.start({ certificate: identity, server: await freePort() });
    try {
      const few = shipped(balancer.port).take([record(1)], never);
      const many = shipped(balancer.port).take(
        Array.from({ length: 2_000 }, (_, index) => record(index + 1)),
        never,
      );
      const none = shipped(balancer.port).take([], never);
      for (const sent of await Promise.allSettled([few, many, none]))
        expect(sent).toMatchObject({ status: 'rejected', reason: { code: 'broken-off' } });
    } finally {
      await balancer.stop();
    }
  }, 60_000);

  it('threat: the other side ends in order before this side does — nothing was acknowledged', async () => {
    const port = await listen((socket) => {
      socket.resume().once('data', () => socket.end());
    });
    await expect(receiverAt(port, { holdMs: 60_000 }).take([record(1)], never)).rejects.toMatchObject({
      code: 'broken-off',
    });
  });

  it('a receiver that takes everything and never ends its half has acknowledged nothing', async () => {
    const port = await listen((socket) => void socket.resume());
    const receiver = receiverAt(port, { patienceMs: 500 });
    await expect(receiver.take([record(1)], never)).rejects.toMatchObject({ code: 'no-acknowledgement' });
  });

  it('a receiver without a certificate that is trusted, or with that of another host, gets no record', async () => {
    let octets = 0;
    const take = (socket: TLSSocket) => void socket.on('data', (data) => (octets += data.length));
    const stranger = new ThrowAwayAuthority('Somebody else').issue({ commonName: 'localhost', host: 'localhost' });
    const elsewhere = authority.issue({ commonName: 'elsewhere', host: 'elsewhere.example' });
    for (const wrong of [stranger, elsewhere]) {
      const port = await listen(take, wrong);
      await expect(receiverAt(port).take([record(1)], never)).rejects.toMatchObject({ code: 'not-trusted' });
    }
    expect(octets).toBe(0);
  });

  it('a receiver that asks for a certificate gets that of the settings', async () => {
    const { cert: certificate, key } = authority.issue({ commonName: 'site' });
    const tls = { authority: authority.cert, identity: { certificate, key } };
    const port = await listen((socket) => void socket.resume().once('end', () => socket.end()), {
      requestCert: true,
      rejectUnauthorized: true,
      ca: authority.cert,
    });
    await receiverAt(port, { tls }).take([record(1)], never);
    await expect(receiverAt(port).take([record(1)], never)).rejects.toMatchObject({ name: 'ReceiverError' });
  });

  it('a receiver that does not listen is unreachable', async () => {
    const port = await listen(() => {});
    servers.splice(0).forEach((server) => server.close());
    await expect(receiverAt(port).take([record(1)], never)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
