import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTraces } from '@/lib/server/composition/open-traces';
import type { Config, ConfigSecrets } from '@/lib/config/config';
import type { TracesConfig } from '@/lib/config/sections/traces-config';
import { collectorChecks } from '@/lib/server/doctor/collector-checks';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { Latch } from '@/lib/kit/latch';
import { poll } from '@/lib/kit/poll';
import { createMetrics, type Metrics } from '@/lib/server/observability/metrics';
import { otlpSink } from '@/lib/server/observability/traces/otlp-sink';
import { routeNames } from '@/lib/server/observability/traces/route-names';
import { tracedActivation } from '@/lib/server/observability/traces/traced-activation';
import type { Traces } from '@/lib/server/observability/traces/traces';
import { fakeActivation, memoryStores } from '../../../support/doubles/fake-activation-ports';
import { activationInEveryState, at } from '../../../support/doubles/fake-activations';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { TestCollector, undeclared, valueOf } from '../../../support/servers/test-collector';

const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('traces', () => {
  let collector: TestCollector;
  let metrics: Metrics;
  let warnings: string[];
  let open: { close: () => unknown }[] = [];

  beforeEach(async () => {
    process.env['OTEL_BSP_SCHEDULE_DELAY'] = '20';
    collector = await TestCollector.start();
    metrics = createMetrics();
    warnings = [];
    open = [collector];
  });
  afterEach(async () => {
    delete process.env['OTEL_BSP_SCHEDULE_DELAY'];
    for (const one of open) await one.close();
  });

  function settings(changes: Partial<TracesConfig> = {}): TracesConfig {
    const url = `${collector.url}/v1/traces`;
    const own = {
      headers: {},
      sampler: 'parentbased_always_on',
      ratio: 1,
      serviceName: 'tessera',
      authority: null,
    } as const;
    return { url, ...own, ...changes };
  }

  function tracesOf(changes: Partial<TracesConfig> = {}, trustedProxies = 0): Traces {
    const config = { traces: settings(changes), trustedProxies } as Config;
    const secrets = { sessionSecret: 'the secret of this site' } as ConfigSecrets;
    // Of this test, although a batch may still fail after it.
    const said = warnings;
    const note = (first: unknown, second?: string) => void said.push(second ?? String(first));
    const traces = openTraces({ config, secrets }, otlpSink, { warn: note, info: note }, metrics);
    if (!traces) throw new TypeError('there are no traces');
    open.push(traces);
    return traces;
  }

  async function examine(changes: Partial<TracesConfig> = {}) {
    return await collectorChecks(settings(changes))[0]?.run();
  }

  /** Traces of the spans of a name, sorted. */
  function tracesWith(name: string): string[] {
    const spans = collector.spans.filter((span) => span.name === name);
    return spans.map(({ traceId }) => traceId).toSorted();
  }

  async function hasCountedLosses(): Promise<boolean> {
    return /tessera_spans_total\{outcome="lost"\} \d/.test(await metrics.registry.metrics());
  }

  /** A server of one page, of which each request is traced. */
  async function serve(traces: Traces, answer: (path: string) => Promise<void>): Promise<string> {
    const answerer = traces.traced(
      async ({ path, response }) => {
        await answer(path);
        response.writeHead(path === '/broken' ? 500 : 200).end();
      },
      routeNames(['/activations/[id]', '/broken']),
    );
    const server: Server = createServer((request, response) => {
      void answerer({ request, response, path: request.url ?? '' });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    open.push({ close: () => server.close() });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const arrived = (count: number) => poll(`${count} spans`, async () => collector.spans.length >= count);
  const named = (name: string) => collector.spans.find((span) => span.name === name);

  it('a request joins the trace of the activation that it turns out to be about, with its calls to the gateway', async () => {
    const traces = tracesOf({}, 1);
    const { gateway } = fakeActivation();
    const ports = tracedActivation({ store: memoryStores(new FakeClock()).store, gateway }, traces);
    const { requested, issued, failed } = activationInEveryState('jane');
    const url = await serve(traces, async () => {
      await ports.store.create(requested, null, at(30), []);
      await ports.gateway.register(requested, requested.id, null);
      await ports.gateway.checkHealth();
    });
    await fetch(`${url}/activations/new`, { headers: { traceparent: TRACEPARENT } });
    await ports.store.save(issued, []);
    // Outside a request, as a round does.
    await ports.gateway.observe({
      ...issued.gatewayUser,
      registrationIdentifier: issued.registrationIdentifier,
      baseline: null,
    });
    await ports.store.save(failed, []);
    await arrived(5);

    const first = named('activation');
    const request = named('GET /activations/[id]');
    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([first?.traceId]));
    expect(request?.parentSpanId).toBe(first?.spanId);
    expect(request?.links.map(({ traceId }) => traceId)).toEqual([TRACEPARENT.split('-')[1]]);
    expect(named('gateway register')?.parentSpanId).toBe(request?.spanId);
    expect(named('gateway health')?.parentSpanId).toBe(request?.spanId);
    expect(named('gateway observe')?.parentSpanId).toBe(first?.spanId);
    expect(first && [valueOf(first, 'tessera.activation.outcome'), first.status.code]).toEqual(['failed', 2]);
    expect(undeclared(collector.spans)).toEqual([]);
    const sent = collector.bodies.join();
    expect([requested.id, 'jane', issued.registrationIdentifier].filter((secret) => sent.includes(secret))).toEqual([]);
  });

  it('an answerer that leaves a request to the next one leaves no listener behind', () => {
    const passing = tracesOf().traced(() => null, routeNames([]));
    const response = new EventEmitter();
    for (let count = 0; count < 20; count++)
      expect(passing({ request: {}, response, path: '/' } as unknown as Parameters<typeof passing>[0])).toBeNull();
    expect(response.listenerCount('close')).toBe(0);
  });

  it('a request waits for work that goes on after its answer, and joins what that turns out to be about', async () => {
    const traces = tracesOf();
    const answered = new Latch();
    const url = await serve(traces, async () => {
      traces.awaitWork(answered.opened.then(() => traces.concern('act-1')));
    });
    await fetch(`${url}/broken`);
    const mail = { kind: 'message', startedAt: 0, endedAt: 1, hasFailed: false, attributes: {} } as const;
    traces.end({ ...mail, name: 'send mail' }, 'act-1');
    await arrived(1);
    answered.open();
    await arrived(2);
    expect(collector.spans.map(({ name }) => name)).toEqual(['send mail', 'GET /broken']);
    expect(collector.spans[0]?.traceId).toBe(collector.spans[1]?.traceId);
  });

  it('threat: a caller writes a traceparent — without a trusted proxy it counts for nothing', async () => {
    const url = await serve(tracesOf(), async () => {});
    await fetch(`${url}/broken`, { headers: { traceparent: TRACEPARENT } });
    await arrived(1);
    expect(named('GET /broken')).toMatchObject({ status: { code: 2 } });
    expect(collector.bodies.join()).not.toContain(TRACEPARENT.split('-')[1]);
  });

  it('a proxy’s trace is gone on with, and its decision to leave it out is kept', async () => {
    const url = await serve(tracesOf({}, 1), async () => {});
    await fetch(`${url}/broken`, { headers: { traceparent: TRACEPARENT.replace(/01$/, '00') } });
    await fetch(`${url}/broken`, { headers: { traceparent: TRACEPARENT } });
    await arrived(1);
    expect(collector.spans.map(({ parentSpanId }) => parentSpanId)).toEqual([TRACEPARENT.split('-')[2]]);
  });

  it('an activation is sampled as a whole, by every process alike', async () => {
    const traces = tracesOf({ sampler: 'parentbased_traceidratio', ratio: 0.5 });
    const subjects = Array.from({ length: 60 }, (_, index) => `act-${index}`);
    const message = { kind: 'message', startedAt: 0, endedAt: 1, hasFailed: false, attributes: {} } as const;
    for (const subject of subjects) {
      traces.end({ ...message, name: 'send mail' }, subject);
      traces.endFirst({ ...message, name: 'activation' }, subject, [], null);
    }
    await traces.close();
    expect(tracesWith('send mail')).toEqual(tracesWith('activation'));
    expect(tracesWith('activation').length).toBeGreaterThan(10);
    expect(tracesWith('activation').length).toBeLessThan(50);
  });

  it('an attribute that no list has is not sent, whatever a caller says', async () => {
    const traces = tracesOf();
    const attributes = { 'tessera.message.channel': 'mail', 'user.id': 'jane.doe' };
    const span = {
      kind: 'message',
      name: 'send mail',
      startedAt: 0,
      endedAt: 1,
      hasFailed: false,
      attributes,
    } as const;
    traces.end(span, null);
    await traces.close();
    expect(collector.spans[0]?.attributes.map(({ key }) => key)).toEqual(['tessera.message.channel']);
  });

  it.each(['refuses', 'says-nothing', 'is away'] as const)(
    'a collector that %s delays no request, and what is lost is counted and said once',
    async (how) => {
      if (how !== 'is away') collector.behaviour = how;
      const changes = how === 'is away' ? { url: `http://127.0.0.1:${await freePort()}/v1/traces` } : {};
      const traces = tracesOf(changes);
      const url = await serve(traces, async () => {});
      const ask = async (count: number) => {
        for (let asked = 0; asked < count; asked++) expect((await fetch(`${url}/activations/1`)).status).toBe(200);
      };
      await ask(20);
      // While the first batch is not answered.
      if (how === 'says-nothing') await poll('a batch', async () => collector.unanswered > 0);
      await ask(20);
      await poll('the count of what is lost', hasCountedLosses);
      expect(warnings).toEqual(['traces are lost: the collector does not take them']);
      collector.behaviour = 'takes';
      if (how === 'is away') return;
      await ask(1);
      await poll('the word that it takes them again', async () => warnings.length === 2);
      expect(warnings[1]).toBe('the collector takes traces again');
    },
  );

  it('a stop does not wait for what a collector that says nothing has not taken', async () => {
    collector.behaviour = 'says-nothing';
    const traces = tracesOf();
    traces.end(
      { kind: 'message', name: 'send mail', startedAt: 0, endedAt: 1, hasFailed: false, attributes: {} },
      null,
    );
    await traces.close();
    expect(collector.unanswered).toBe(1);
    // The exporter itself has not given up.
    expect(warnings).toEqual([]);
  });

  it('the doctor tells a collector that takes traces from one that refuses them or is away', async () => {
    expect(await examine()).toMatchObject({ verdict: 'ok' });
    expect(collector.spans).toEqual([]);
    collector.behaviour = 'refuses';
    expect(await examine()).toMatchObject({ verdict: 'failed', words: expect.stringContaining('503') });
    expect(await examine({ url: `http://127.0.0.1:${await freePort()}/` })).toMatchObject({
      verdict: 'failed',
      words: expect.stringContaining('does not answer'),
    });
  });
});
