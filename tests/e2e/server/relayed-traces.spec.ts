import { expect } from '@playwright/test';
import { JANE, test, useOneSpan } from '../fixtures/onespan-test';
import { askForActivation } from '../flows/ask-for-activation';
import { openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { TestCollector, undeclared } from '../../support/servers/test-collector';

const PHONE = '/rest/v2/provisioning';

let collector: TestCollector;
test.beforeAll(async () => {
  collector = await TestCollector.start();
});
test.afterAll(() => collector.close());

useOneSpan({
  isRelayed: true,
  gracePeriodDays: null,
  missingPrivileges: ['View Recent DIGIPASS Activity'],
  settings: () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50' }),
});

test('a phone’s calls through the relay are in the trace of its activation', async ({ page, oneSpan, phone }) => {
  const { image, activated } = activationScreen(page);
  await openSession(page, JANE);
  await askForActivation(page, JANE.password);
  await expect(image).toBeVisible();
  const { code, output } = await phone.scanShot(await page.screenshot());
  expect(code, output).toBe(0);
  await expect(activated).toBeVisible();

  const traceId = () => collector.spans.find(({ name }) => name === 'activation')?.traceId;
  await expect.poll(traceId).toBeDefined();
  const trace = () => collector.spans.filter((span) => span.traceId === traceId());
  const wanted = [
    'gateway register',
    'relay',
    ...['DSAPPSRPGenerateEphemeralKey', 'DSAPPSRPGenerateActivationData', 'MdlAddDevice', 'MdlActivate'].map(
      (service) => `POST ${PHONE}/${service}`,
    ),
  ];
  await expect.poll(() => wanted.filter((name) => !trace().some((span) => span.name === name))).toEqual([]);
  expect(trace().filter(({ name }) => name === 'relay')).toHaveLength(4);
  expect(undeclared(collector.spans)).toEqual([]);
  const sent = collector.bodies.join();
  expect([JANE.userId, JANE.password, oneSpan.phoneUrl].filter((secret) => sent.includes(secret))).toEqual([]);
});
