import { setTimeout as pause } from 'node:timers/promises';
import { SECOND } from '@/lib/shared/time/duration';
import { processorMs } from '../../support/load/processor-ms';

const PER_SECOND = 100;

type Call = { name: string; method?: string; path: string; body?: object };

/** Of eleven calls each, in turn. */
const CALLS: readonly Call[] = [
  { name: 'read a person', path: '/people/jane.doe' },
  { name: 'find people', path: '/people?q=doe' },
  { name: 'list devices', path: '/people/jane.doe/devices' },
  { name: 'read a person', path: '/people/person.1' },
  { name: 'read events', path: '/events?after=0&limit=50' },
  { name: 'list invitations', path: '/people/jane.doe/invitations' },
  { name: 'list devices', path: '/people/jane.doe/devices' },
  { name: 'list approvals', path: '/approvals' },
  { name: 'read statistics', path: '/statistics/activations?from=2026-01-01&to=2026-12-31' },
  { name: 'disable a person', method: 'PATCH', path: '/people/person.2', body: { state: 'disabled' } },
  { name: 'enable a person', method: 'PATCH', path: '/people/person.2', body: { state: 'enabled' } },
];

/** @property latencies milliseconds of each call, by what it does @property processorMs of the server, for each call */
export type Answered = {
  latencies: Map<string, number[]>;
  statuses: Map<number, number>;
  seconds: number;
  processorMs: number;
};

/** Calls of the API at their times, however long the ones before take, until it is stopped. */
export async function startCalls(url: string, key: string): Promise<{ stop(): Promise<Answered> }> {
  const latencies = new Map<string, number[]>();
  const statuses = new Map<number, number>();
  const underWay = new Set<Promise<void>>();
  const usedBefore = await processorMs(url);
  const started = performance.now();
  const stopping = new AbortController();

  async function call({ name, method = 'GET', path, body }: Call): Promise<void> {
    const at = performance.now();
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '*' },
      ...(body && { body: JSON.stringify(body) }),
    });
    await answer.text();
    const taken = performance.now() - at;
    const before = latencies.get(name);
    if (before) before.push(taken);
    else latencies.set(name, [taken]);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  }

  async function run(): Promise<number> {
    let count = 0;
    for (; !stopping.signal.aborted; count++) {
      const due = started + (count * SECOND) / PER_SECOND;
      if (due > performance.now()) await pause(due - performance.now());
      const next = CALLS[count % CALLS.length];
      if (!next) throw new RangeError('no call');
      const made = call(next).finally(() => underWay.delete(made));
      underWay.add(made);
    }
    await Promise.all(underWay);
    return count;
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      const count = await running;
      const seconds = (performance.now() - started) / SECOND;
      return { latencies, statuses, seconds, processorMs: ((await processorMs(url)) - usedBefore) / count };
    },
  };
}
