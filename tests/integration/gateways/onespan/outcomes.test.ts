import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import { CALLS } from '@/lib/gateways/onespan-server/administration/calls';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { SECOND } from '@/lib/shared/time/duration';
import { READS } from '../../../support/doubles/fake-mortal-process';
import { KILLED } from '../../../support/onespan/killed-methods';
import { openCloud, openServer, play, playsOf, startServer, type Ended, type Play } from './outcome-plays';

/**
 * Calls that change nothing, however often they arrive. Any other one changes something. A temporary password is set for a
 * registration, and anew with each.
 */
const LOOKS = new Set([
  ...Object.keys(CALLS).filter((name) => /Query$|_VIEW$|_GET_|^(?:view|query)Pending/.test(name)),
  'USERCMD_SET_PASSWORD',
  'logon',
  'sessionalive',
  'logoff',
  'getSecureChallenge',
  'registrations/check-status',
  'authenticators',
  'users/{user}',
]);

/** Calls that change something, and whose second arrival changes no more. */
const REPEATABLE = new Set([
  ...Object.entries(CALLS).flatMap(([name, { isRepeatable }]) => (isRepeatable ? [name] : [])),
  'PROVISIONCMD_MDL_ACTIVATE',
  'registrations/{registrationID}/activate',
]);

/** Left where it is, what it would have taken back does nothing: a request that waits, and a password that nobody knows. */
const TAKES_BACK = new Set(['deletePendingOperation', 'USERCMD_RESET_PASSWORD']);

/** Looks of the doctor, of what waits for an administrator, and of activity after an activation: no method here begins with one. */
const UNPLAYED = [
  'digipassActivityQuery',
  'queryPendingOperation',
  'USERCMD_GET_PERMISSION',
  'USERCMD_GET_ASSIGNED_ADMIN_ROLES',
  'adminRoleQuery',
];

/** Methods that call no gateway: what it does not publish, or has no command for. */
const SILENT = {
  server: ['activation.cancel', 'directory.rename', 'directory.lock', 'contacts.listWithRole', 'users.listWithRole'],
  cloud: [
    'activation.cancel',
    ...['limits', 'findOwner', 'rename', 'lock', 'unlock', 'testOneTimePassword'].map((name) => `directory.${name}`),
  ],
};

const html = fault.html();
const UNKNOWN: Record<string, Fault> = {
  'the connection is reset after the request': fault.lostAnswer(),
  'the answer is a page of HTML': html,
  'the server answers 500': fault.status(500),
};

let server: OneSpanServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** The last word: `digipassExecute DIGIPASSCMD_VIEW` is a view. */
const shortName = (name: string) => (name.startsWith('DELETE ') ? name : (name.split(' ').at(-1) ?? name));
const looks = (name: string) => LOOKS.has(shortName(name));
const isRepeatable = (name: string) => looks(name) || REPEATABLE.has(shortName(name));
const changes = (name: string) => !looks(name);

/** What is wrong with the end of a method at one of whose calls something went wrong; null for nothing. */
function judge({ ended, calls }: Ended, at: string, isDecided: boolean, isChange: boolean): string | null {
  const arrived = calls.filter((name) => name === at).length;
  if (arrived === 0) return 'did not arrive';
  if (!isRepeatable(at) && arrived > 1) return `arrived ${arrived} times`;
  if (!(ended instanceof GatewayError)) {
    if (ended instanceof Error) return String(ended);
    const isReadBack = calls.slice(calls.lastIndexOf(at) + 1).some(looks);
    const isShown = isDecided || looks(at) || isReadBack || TAKES_BACK.has(shortName(at));
    return isShown ? null : `ended with ${JSON.stringify(ended)}, which nothing shows`;
  }
  const { outcome } = ended;
  if (calls.slice(0, calls.indexOf(at)).some(changes))
    return outcome === 'unknown' ? null : `${outcome}, after something was changed`;
  if (changes(at)) return outcome === (isDecided ? 'final' : 'unknown') ? null : outcome;
  return isChange && outcome === 'unknown' ? 'unknown, before anything was changed' : null;
}

/** Of the methods that a process dies in, those that no gateway has been found to have. */
const unkilled = new Set(Object.keys(KILLED));

describe.each([
  ['server', openServer, SILENT.server],
  ['cloud', openCloud, SILENT.cloud],
] as const)('every method of the %s', (kind, open, silent) => {
  /** What each does while nothing goes wrong. */
  const plain = new Map<Play, string[]>();

  beforeAll(async () => {
    for (const one of await playsOf(server, open)) plain.set(one, (await play(server, open, one)).calls);
  });

  async function walk(judgeOne: (one: Play, calls: string[]) => Promise<(string | null)[]>): Promise<string[]> {
    const wrong: string[] = [];
    for (const [one, calls] of plain) {
      if (calls.length === 0) continue;
      for (const problem of await judgeOne(one, calls)) if (problem) wrong.push(`${one.name} ${problem}`);
    }
    return wrong;
  }

  it('a method calls the gateway, or is named as one that does not', () => {
    const without = [...plain].flatMap(([{ name }, calls]) => (calls.length === 0 ? [name] : []));
    expect(without.toSorted()).toEqual([...silent].toSorted());
    if (kind !== 'server') return;
    const seen = new Set([...plain.values()].flat().map(shortName));
    expect(Object.keys(CALLS).filter((name) => !seen.has(name))).toEqual(UNPLAYED);
    expect(UNPLAYED.filter(changes)).toEqual([]);
  });

  it('a method that changes something is killed between its call and its record, or says why not', () => {
    const changing = [...plain].filter(([{ method }, calls]) =>
      calls.length === 0 ? !READS.test(method.split('.')[1] ?? '') : calls.some(changes),
    );
    for (const [{ method }] of changing) unkilled.delete(method);
    expect(changing.map(([{ method }]) => method).filter((method) => !(method in KILLED))).toEqual([]);
  });

  it('a method says "not sent" where the gateway does not listen', async () => {
    const listeners = [...server.listeners.soap, server.listeners.cloud];
    const wrong = await walk(async (one) => {
      for (const listener of listeners) await listener.stop();
      try {
        const { ended } = await play(server, open, one);
        const outcome = ended instanceof GatewayError ? ended.outcome : 'no error';
        return [outcome === 'not-sent' ? null : outcome];
      } finally {
        for (const listener of listeners) await listener.start();
      }
    });
    expect(wrong).toEqual([]);
  });

  it('a method says "unknown" once something may have been changed, and sends it once', async () => {
    const tried = new Set<string>();
    const wrong = await walk(async (one, calls) => {
      const problems: (string | null)[] = [];
      for (const at of new Set(calls)) {
        // What tells a lost answer from others is below the methods, so that each call has them all once.
        const faults = changes(at) && !tried.has(at) ? UNKNOWN : { 'the answer is a page of HTML': html };
        tried.add(at);
        for (const [what, wrongly] of Object.entries(faults)) {
          server.faults.set(at, wrongly);
          const problem = judge(await play(server, open, one), at, false, calls.some(changes));
          problems.push(problem && `${at}: ${what}: ${problem}`);
        }
      }
      return problems;
    });
    expect(wrong).toEqual([]);
  });

  it('a method says "final" where the gateway refuses this site', async () => {
    const wrong = await walk(async (one, calls) => {
      const problems: (string | null)[] = [];
      for (const at of new Set(calls)) {
        server.faults.set(at, fault.status(401));
        const problem = judge(await play(server, open, one), at, true, calls.some(changes));
        problems.push(problem && `${at}: ${problem}`);
      }
      return problems;
    });
    expect(wrong).toEqual([]);
  });

  it('a method says "unknown" where the gateway is silent', async () => {
    const limits = { ...CALL_LIMITS, timeLimitMs: SECOND };
    const tried = new Set<string>();
    const wrong = await walk(async (one, calls) => {
      // Each call once, because to a method silence is what a lost answer is; of what is repeated, that says the same.
      const at = calls.find((name) => !isRepeatable(name));
      if (at === undefined || tried.has(at)) return [];
      tried.add(at);
      server.faults.set(at, fault.timeout());
      const problem = judge(await play(server, open, one, limits), at, false, true);
      return [problem && `${at}: silence: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the table of methods that a process dies in', () => {
  it('each changes something at a gateway, and names a test that there is', () => {
    expect([...unkilled]).toEqual([]);
    const named = Object.values(KILLED).filter((killed) => 'file' in killed);
    const missing = named.filter(({ file, test }) => !readFileSync(file, 'utf8').includes(`'${test}'`));
    expect(missing).toEqual([]);
  });
});
