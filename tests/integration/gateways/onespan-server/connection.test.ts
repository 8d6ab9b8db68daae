import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import { Connection, type ConnectionSettings } from '@/lib/gateways/transport/connection';
import { textFromUtf8 } from '@/lib/shared/bytes';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { poll } from '@/lib/kit/poll';
import { credentialAttributes, envelope, SOAP_HEADERS } from '../../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

const SECRET = 'Canary-Password-1';
let server: OneSpanServer;
let failures: GatewayError[] = [];
const opened: Connection[] = [];

beforeAll(async () => {
  server = await startOnespanServer({ servers: 2 });
});

afterEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  failures = [];
  for (const connection of opened.splice(0)) connection.close();
});

afterAll(() => server.close());

function connect(change: Partial<ConnectionSettings> = {}): Connection {
  const connection = new Connection(
    {
      urls: server.soapUrls,
      tls: { authority: readFileSync(server.caFile, 'utf8'), identity: null },
      timeLimitMs: MINUTE,
      maximumReplyBytes: 1_048_576,
      ...change,
    },
    (failure) => void failures.push(failure),
  );
  opened.push(connection);
  return connection;
}

const read = ({ body }: { body: Uint8Array }) => textFromUtf8(body);

/** A call with a secret in it. */
function call(
  connection: Connection,
  isRepeatable = true,
  limits: { timeLimitMs?: number; signal?: AbortSignal } = {},
): Promise<string> {
  const set = credentialAttributes({ userId: 'jane.doe', password: SECRET });
  const body = envelope('Administration', 'logon', `<attributeSet>${set}</attributeSet>`);
  const request = {
    method: 'POST',
    path: '/',
    headers: SOAP_HEADERS,
    body,
    replyType: 'text/xml',
    isRepeatable,
  } as const;
  return connection.send(request, read, limits);
}

async function failureOf(connection: Connection): Promise<GatewayError> {
  const answer = await call(connection).catch((error: unknown) => error);
  if (!(answer instanceof GatewayError)) throw new Error(`no failure but ${String(answer)}`);
  return answer;
}

const asked = () => server.soapUrls.map((url) => server.calls.count(undefined, url));

/** Takes connections, and never says a word of TLS. */
async function startSilentServer(): Promise<{ server: Server; url: string }> {
  const silent = createServer();
  await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
  return { server: silent, url: `https://localhost:${(silent.address() as AddressInfo).port}` };
}

describe('a call that is not repeatable', () => {
  test.each([
    ['', {}],
    [' with a time limit of its own', { timeLimitMs: MINUTE }],
  ])('a call%s whose answer is lost arrives once, also where a connection is kept alive', async (_what, limits) => {
    const connection = connect();
    await call(connection);
    server.calls.clear();
    server.faults.once('logon', fault.lostAnswer());
    await expect(call(connection, false, limits)).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.calls.count('logon')).toBe(1);
  });

  test('a call that failed reaches another server the next time', async () => {
    const connection = connect();
    server.faults.once('logon', fault.reset());
    await expect(call(connection, false)).rejects.toMatchObject({ code: 'unreachable' });
    await call(connection, false);
    expect(asked()).toEqual([1, 1]);
  });

  test('a call goes to the next server when the first one takes no connection', async () => {
    const [one] = server.listeners.soap;
    await one?.stop();
    expect(await call(connect(), false)).toContain('logonResponse');
    await one?.start();
    expect(asked()).toEqual([0, 1]);
    expect(failures.map(({ code }) => code)).toEqual(['unreachable']);
  });

  test('a call goes to the next server when the first one does not finish the handshake in its share of time', async () => {
    const silent = await startSilentServer();
    try {
      const [, second = ''] = server.soapUrls;
      const connection = connect({ urls: [silent.url, second], timeLimitMs: 6 * SECOND });
      expect(await call(connection, false)).toContain('logonResponse');
      expect(failures.map(({ code }) => code)).toEqual(['unreachable']);
    } finally {
      silent.server.close();
    }
  });

  test('a call waits for an answer longer than a server’s share of time', async () => {
    server.faults.once('logon', fault.delay(3_500));
    expect(await call(connect({ timeLimitMs: 6 * SECOND }), false)).toContain('logonResponse');
    expect(asked()).toEqual([1, 0]);
  });

  test('a call that its caller ends is no failure of the server’s, and goes to no other', async () => {
    const caller = new AbortController();
    server.faults.set('logon', fault.timeout());
    const ended = call(connect(), false, { signal: caller.signal });
    await poll('the call to arrive', async () => server.calls.count('logon') === 1);
    caller.abort();
    await expect(ended).rejects.toBeInstanceOf(GatewayError);
    expect([failures, asked()]).toEqual([[], [1, 0]]);
  });
});

describe('several servers', () => {
  test('the first is asked alone while it answers', async () => {
    const connection = connect();
    for (let count = 0; count < 3; count++) expect(await call(connection)).toContain('logonResponse');
    expect(asked()).toEqual([3, 0]);
    expect(failures).toEqual([]);
  });

  test.each<Fault>([
    fault.reset(),
    fault.status(500),
    fault.html(),
    fault.redirect(),
    fault.cutOff(),
    fault.huge(),
    fault.timeout(),
    fault.drip(),
  ])('the next is asked when one answers with $kind, and stays the first to be asked', async (wrong) => {
    const [, url = ''] = server.soapUrls;
    // Half of it is waited for the server that says nothing.
    const connection = connect(wrong.kind === 'timeout' || wrong.kind === 'drip' ? { timeLimitMs: 4 * SECOND } : {});
    server.faults.set('*', wrong, { url: server.soapUrl });
    expect(await call(connection)).toContain('logonResponse');
    expect(failures).toHaveLength(1);
    expect(await call(connection)).toContain('logonResponse');
    expect(failures).toHaveLength(1);
    expect(server.calls.count('logon', url)).toBe(2);
  });

  test('one that is away is passed over, and asked again when the other goes away', async () => {
    const connection = connect();
    const [one, other] = server.listeners.soap;
    await one?.stop();
    expect(await call(connection)).toContain('logonResponse');
    await one?.start();
    await other?.stop();
    expect(await call(connection)).toContain('logonResponse');
    await other?.start();
    expect(failures.map(({ code }) => code)).toEqual(['unreachable', 'unreachable']);
  });

  test('all servers together take no longer than the limit', async () => {
    server.faults.set('*', fault.timeout());
    const started = performance.now();
    // Enough to connect in half of it on a busy machine.
    expect((await failureOf(connect({ timeLimitMs: 4 * SECOND }))).code).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(6 * SECOND);
    expect(asked()).toEqual([1, 1]);
  });
});

describe('a bad answer', () => {
  test.each<[Fault, GatewayError['code'], RegExp]>([
    [fault.reset(), 'unreachable', /ECONNRESET|hang up/],
    [fault.lostAnswer(), 'unreachable', /ECONNRESET|hang up/],
    [fault.timeout(), 'timeout', /localhost/],
    [fault.drip(), 'timeout', /localhost/],
    [fault.status(500), 'unreachable', /HTTP 500 of type text\/plain/],
    [fault.html(), 'malformed-reply', /HTTP 200 of type text\/html/],
    [fault.redirect(), 'malformed-reply', /HTTP 302/],
    [fault.cutOff(), 'unreachable', /aborted/],
    [fault.huge(), 'too-large', /more than 1048576 bytes/],
    [
      fault.reply({ status: 403, headers: { 'content-type': 'text/html' }, body: '' }),
      'refused-credentials',
      /HTTP 403/,
    ],
  ])('%o is a failure with a code, and a cause without a secret', async (wrong, code, cause) => {
    server.faults.set('*', wrong);
    const timeLimitMs = code === 'timeout' ? 500 : MINUTE;
    const failure = await failureOf(connect({ urls: [server.soapUrl], timeLimitMs }));
    expect(failure.code).toBe(code);
    expect((failure.cause as Error).message).toMatch(cause);
    expect(
      JSON.stringify([failure.message, failure.stack, failure.cause, (failure.cause as Error).stack]),
    ).not.toContain('Canary');
  });

  test('a redirect is not followed', async () => {
    const target = { location: `${server.soapUrls[1]}/`, 'content-type': 'text/xml' };
    server.faults.once('*', fault.reply({ status: 307, headers: target, body: '<a/>' }), server.soapUrl);
    expect(await call(connect({ urls: [server.soapUrl] }))).toBe('<a/>');
    expect(asked()).toEqual([1, 0]);
  });

  test('a connection that was closed while idle does no harm', async () => {
    const connection = connect({ urls: [server.soapUrl] });
    await call(connection);
    server.faults.once('*', fault.reset());
    expect(await call(connection)).toContain('logonResponse');
    expect(failures).toEqual([]);
  });
});

describe('TLS', () => {
  test.each(['untrusted', 'expired', 'of-another-host'] as const)(
    'a certificate that is %s is not taken',
    async (name) => {
      const [listener] = server.listeners.soap;
      listener?.present(server.identities[name]);
      expect((await failureOf(connect({ urls: [server.soapUrl] }))).code).toBe('untrusted');
      listener?.present(server.identities.right);
      expect(server.calls.count()).toBe(0);
    },
  );

  test('an authority of the customer’s own is not trusted unless it is named', async () => {
    const connection = connect({ urls: [server.soapUrl], tls: { authority: null, identity: null } });
    expect((await failureOf(connection)).code).toBe('untrusted');
  });

  test('a server that requires a client certificate gets it, and refuses clients without one', async () => {
    const guarded = await startOnespanServer({ clientCertificate: true });
    const authority = readFileSync(guarded.caFile, 'utf8');
    const identity = {
      certificate: readFileSync(guarded.clientCertificateFile, 'utf8'),
      key: readFileSync(guarded.clientKeyFile, 'utf8'),
    };
    const urls = [guarded.soapUrl];
    expect(await call(connect({ urls, tls: { authority, identity } }))).toContain('logonResponse');
    const { code } = await failureOf(connect({ urls, tls: { authority, identity: null } }));
    expect(['refused-credentials', 'unreachable']).toContain(code);
    await guarded.close();
  });
});
