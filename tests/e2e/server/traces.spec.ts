import { expect } from '@playwright/test';
import { Server } from '@/lib/kit/server/server';
import { STEPS } from '@/lib/activation/activation';
import { nextAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { expectActive, requestActivation, showActivation } from '../flows/request-activation';
import { payloadOfLink } from '../../support/phones/payload-of-link';
import { Phone } from '../../support/phones/phone';
import { type ReceivedSpan, TestCollector, undeclared, valueOf } from '../../support/servers/test-collector';
import { TestMailServer } from '../../support/servers/test-mail-server';

const PHONE = '/rest/v2/provisioning';
const DEVICE = 'Trousered Elephant';
const PROXY_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PROXY_SPAN = '00f067aa0ba902b7';

test('threat: a collector reads along — an activation is one trace, and its user is not named in it', async ({
  browser,
  template,
}) => {
  const [collector, mails] = await Promise.all([TestCollector.start(), TestMailServer.open()]);
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-the-collector',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    MAIL_FROM: 'Tessera <tessera@example.org>',
    TESSERA_TRUSTED_PROXIES: '1',
    TESSERA_METRICS_TOKEN: 'a-token-of-the-metrics-for-this-test',
  };
  const server = await Server.start({ template, env });
  const page = await browser.newPage({ baseURL: server.url });
  const phone = new Phone(server.url);
  try {
    const account = nextAccount(server);
    await openSession(page, account);
    await page.context().setExtraHTTPHeaders({ traceparent: `00-${PROXY_TRACE}-${PROXY_SPAN}-01` });
    const { id, link } = await requestActivation(page, DEVICE);
    await showActivation(page, id);
    const { code, output } = await phone.openLink(link);
    expect(code, output).toBe(0);
    await expectActive(page, id);

    await expect.poll(() => collector.spans.map(({ name }) => name)).toContain('activation');
    const first = find(collector.spans, 'activation');
    const trace = () => collector.spans.filter(({ traceId }) => traceId === first.traceId);
    const wanted = [
      'POST /activations/new',
      'gateway register',
      'GET /activations/[activationId]',
      'GET /api/activations/[name]/status',
      ...['DSAPPSRPGenerateEphemeralKey', 'DSAPPSRPGenerateActivationData', 'MdlAddDevice', 'MdlActivate'].map(
        (service) => `POST ${PHONE}/${service}`,
      ),
      'send mail',
    ];
    const missing = () => wanted.filter((name) => !trace().some((span) => span.name === name));
    await expect.poll(missing).toEqual([]);

    expect(first.parentSpanId).toBeUndefined();
    expect(first.events.map(({ name }) => name)).toEqual(expect.arrayContaining(['issued', ...STEPS]));
    expect(valueOf(first, 'tessera.activation.outcome')).toBe('active');
    const ids = new Set(trace().map(({ spanId }) => spanId));
    const orphans = () =>
      trace().filter(({ spanId, parentSpanId = '' }) => spanId !== first.spanId && !ids.has(parentSpanId));
    expect(orphans().map(({ name }) => name)).toEqual([]);
    expect(valueOf(find(trace(), 'send mail'), 'tessera.message.outcome')).toBe('delivered');

    // A proxy's trace is gone on with, and an activation's has a link to it.
    expect(find(trace(), 'POST /activations/new').links.map(({ traceId }) => traceId)).toContain(PROXY_TRACE);
    await page.goto('/devices');
    await expect.poll(() => collector.spans.filter(({ traceId }) => traceId === PROXY_TRACE)).not.toEqual([]);

    expect(undeclared(collector.spans)).toEqual([]);
    expect(new Set(collector.resourceAttributes)).toEqual(
      new Set(
        ['service.name', 'service.version', 'service.instance.id'].concat(
          ['language', 'name', 'version'].map((part) => `telemetry.sdk.${part}`),
        ),
      ),
    );
    expect(collector.headers[0]?.authorization).toBe('Bearer of-the-collector');
    const [mail] = mails.received;
    const { userId, password } = account;
    const [, , , , registrationIdentifier = '', activationPassword = ''] = payloadOfLink(link).split(';');
    const cookies = (await page.context().cookies()).map(({ value }) => value);
    const secrets = [userId, password, id, DEVICE, registrationIdentifier, activationPassword, ...cookies];
    const sent = collector.bodies.join('\n');
    for (const secret of [...secrets, ...(mail?.to ?? []), '127.0.0.1', 'example.org'])
      expect(sent, secret).not.toContain(secret);
    expect(mail?.to).toHaveLength(1);

    const metrics = await fetch(`${server.url}/api/metrics`, {
      headers: { authorization: `Bearer ${env.TESSERA_METRICS_TOKEN}` },
    });
    expect(await metrics.text()).toMatch(/^tessera_spans_total\{outcome="sent"\} [1-9]/m);
  } finally {
    phone.dispose();
    await page.close();
    await server.dispose();
    await mails.close();
    collector.close();
  }
});

function find(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const span = spans.find((one) => one.name === name);
  if (!span) throw new Error(`there is no span ${name}`);
  return span;
}
