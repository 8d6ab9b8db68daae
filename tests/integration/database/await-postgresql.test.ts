import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { awaitPostgresql } from '@/lib/database/postgresql/await-postgresql';
import { freePort } from '@/lib/kit/gateways/wire/free-port';

const server = process.env['TESSERA_TEST_DATABASE_URL'];

describe('a PostgreSQL that does not answer at the start', () => {
  it('an unreachable PostgreSQL is waited for, reported once, and then explained without the password', async () => {
    const port = await freePort();
    const said: string[] = [];
    const url = `postgresql://tessera:Secret-1@127.0.0.1:${port}/tessera`;
    const waiting = awaitPostgresql(url, 1_000, (words) => said.push(words));
    await expect(waiting).rejects.toThrow(ConfigurationError);
    await expect(waiting).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port} does not answer (ECONNREFUSED)`);
    expect(said).toEqual([`PostgreSQL at 127.0.0.1:${port} does not answer yet (ECONNREFUSED). Trying for 1 s.`]);
    expect(String(await waiting.catch(String))).not.toContain('Secret-1');
  });

  it.runIf(server)('a PostgreSQL that becomes reachable is used at once', async () => {
    const { hostname, port } = new URL(server ?? '');
    const here = await freePort();
    const url = Object.assign(new URL(server ?? ''), { hostname: '127.0.0.1', port: String(here) }).href;
    const { connect } = await import('node:net');
    const proxy = createServer((client) => {
      const upstream = connect(Number(port), hostname);
      client.pipe(upstream).pipe(client);
      for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
    });
    await awaitPostgresql(url, 120_000, () => proxy.listen(here, '127.0.0.1'));
    expect(proxy.listening).toBe(true);
    proxy.close();
  });

  it.runIf(server)('a PostgreSQL that refuses for good is not waited for', async () => {
    const url = Object.assign(new URL(server ?? ''), { pathname: '/no_such_database' }).href;
    const waiting = awaitPostgresql(url, 120_000, () => {});
    await expect(waiting).rejects.toThrow('has no database of the name in DATABASE_URL; create it first');
  });
});
