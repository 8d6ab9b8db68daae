import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GatewayError, type GatewayErrorCode } from '@/lib/activation/gateway-error';
import type { Reply, Request } from '@/lib/gateways/transport/exchange';
import { GuardedConnection } from '@/lib/gateways/transport/guarded-connection';
import { HOUR, SECOND } from '@/lib/shared/time/duration';

const CHANGE: Request = { method: 'POST', path: '/', headers: {}, replyType: 'text/xml' };
const QUESTION: Request = { ...CHANGE, isRepeatable: true };
const REPLY: Reply = { status: 200, headers: {}, body: Buffer.from('answered') };

let fault: Error | null;
let sent: number;
let circuit: string[];
let guarded: GuardedConnection;

beforeEach(() => {
  // The breaker reads the time, and pauses between tries are short.
  vi.useFakeTimers({ toFake: ['Date'] });
  [fault, sent, circuit] = [null, 0, []];
  guarded = new GuardedConnection(
    {
      async send(_request, read) {
        sent += 1;
        if (fault) throw fault;
        return read(REPLY);
      },
    },
    (state) => void circuit.push(state),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

const send = (request: Request) => guarded.send(request, ({ body }) => body.toString());
const fail = (code: GatewayErrorCode) => (fault = new GatewayError(code, 'not-sent'));
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

async function codeOf(request: Request): Promise<unknown> {
  const error = await send(request).catch((thrown: unknown) => thrown);
  return error instanceof GatewayError ? error.code : error;
}

async function breakCircuit(): Promise<void> {
  fail('unreachable');
  for (let count = 0; count < 5; count++) await codeOf(CHANGE);
  expect(circuit).toEqual(['open']);
  sent = 0;
}

describe('repeating', () => {
  it('a question is asked up to three times', async () => {
    fail('unreachable');
    expect(await codeOf(QUESTION)).toBe('unreachable');
    expect(sent).toBe(3);
  });

  it('a call that changes something is sent once', async () => {
    fail('unreachable');
    expect(await codeOf(CHANGE)).toBe('unreachable');
    expect(sent).toBe(1);
  });

  it.each(['timeout', 'malformed-reply', 'refused-credentials', 'too-large', 'untrusted'] as const)(
    'a question that fails with %s is not asked again',
    async (code) => {
      fail(code);
      expect(await codeOf(QUESTION)).toBe(code);
      expect(sent).toBe(1);
    },
  );

  it('a question that is answered the second time is answered', async () => {
    fail('unreachable');
    const answer = send(QUESTION);
    fault = null;
    expect(await answer).toBe('answered');
    expect(sent).toBe(2);
  });
});

describe('the circuit', () => {
  it.each(['unreachable', 'timeout', 'untrusted'] as const)(
    'the circuit opens after five failures in a row with %s, and then nothing is sent',
    async (code) => {
      fail(code);
      for (let count = 0; count < 5; count++) expect(await codeOf(CHANGE)).toBe(code);
      for (const request of [CHANGE, QUESTION]) expect(await codeOf(request)).toBe('circuit-open');
      expect(sent).toBe(5);
      expect(circuit).toEqual(['open']);
    },
  );

  it('the circuit stays closed while some calls are answered', async () => {
    for (let count = 0; count < 10; count++) {
      fault = count % 5 === 4 ? null : new GatewayError('unreachable', 'not-sent');
      await codeOf(CHANGE);
    }
    expect(circuit).toEqual([]);
  });

  it.each(['malformed-reply', 'refused-credentials', 'too-large'] as const)(
    'the circuit stays closed for any number of bad answers: %s',
    async (code) => {
      fail(code);
      for (let count = 0; count < 20; count++) expect(await codeOf(CHANGE)).toBe(code);
      expect(circuit).toEqual([]);
    },
  );

  it('the circuit stays closed for a bug of ours, which is thrown as it is', async () => {
    fault = new TypeError('a fault of ours');
    for (let count = 0; count < 20; count++) expect(await codeOf(CHANGE)).toBe(fault);
    expect(circuit).toEqual([]);
  });

  it('the half-open circuit tries one of many calls, and closes when it is answered', async () => {
    await breakCircuit();
    fault = null;
    pass(15 * SECOND);
    expect(await Promise.all([send(QUESTION), send(QUESTION), send(CHANGE)])).toEqual(Array(3).fill('answered'));
    expect(circuit).toEqual(['open', 'closed']);
  });

  it('the circuit stays open for all callers when the trial call fails', async () => {
    await breakCircuit();
    pass(15 * SECOND);
    const codes = await Promise.all([codeOf(CHANGE), codeOf(CHANGE), codeOf(CHANGE)]);
    expect(codes).toEqual(['unreachable', 'circuit-open', 'circuit-open']);
    expect(sent).toBe(1);
    expect(circuit).not.toContain('closed');
  });

  it('the circuit is retried at once when the clock was set back', async () => {
    await breakCircuit();
    fault = null;
    pass(-HOUR);
    expect(await send(CHANGE)).toBe('answered');
    expect(circuit).toEqual(['open', 'closed']);
  });

  it('the open circuit lets one trial call through every 15 s', async () => {
    await breakCircuit();
    for (let count = 0; count < 12; count++) {
      pass(15 * SECOND);
      await codeOf(CHANGE);
    }
    expect(sent).toBe(12);
    pass(5 * SECOND);
    await codeOf(CHANGE);
    expect(sent).toBe(12);
  });
});
