import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, listenOnFreePort } from '@/lib/kit/gateways/wire/free-port';
import { Listener } from '@/lib/kit/gateways/wire/listener';
import { PhoneLine } from '@/lib/kit/phone/phone-line';

/** The first port that the system gives to outgoing connections. */
function firstPortOfConnections(): number {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
  } catch {
    // What IANA says, and systems other than Linux do (RFC 6335 §6).
    return 49_152;
  }
}

describe('the port of what goes away and comes back', () => {
  it.each([
    ['a gateway’s stand-in', async () => closing(await Listener.open(null, async () => {}))],
    ['a phone’s connections', async () => closing(await PhoneLine.open('http://localhost'))],
    ['a site', freePort],
  ])('a free port is outside the range of outgoing connections: %s', async (_what, portOf) => {
    const port = await portOf();
    expect(port).toBeGreaterThan(1_024);
    expect(port).toBeLessThan(firstPortOfConnections());
  });

  it('a free port is never one that a server listens on', async () => {
    const server = createServer();
    const port = await listenOnFreePort(server);
    await expect(listenOnFreePort(server)).rejects.toMatchObject({ code: 'ERR_SERVER_ALREADY_LISTEN' });
    expect(server.address()).toMatchObject({ port, address: '127.0.0.1' });
    server.close();
  });
});

async function closing(server: Listener | PhoneLine): Promise<number> {
  const { port } = new URL(server.url);
  await (server instanceof Listener ? server.stop() : server.close());
  return Number(port);
}
