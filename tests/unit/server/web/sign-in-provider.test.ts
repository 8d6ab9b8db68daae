import { expect, test, vi } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import { createLogger } from '@/lib/server/observability/logger';
import { createMetrics } from '@/lib/server/observability/metrics';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signInProvider } from '@/lib/server/web/sessions/sign-in-provider';
import { captureLog } from '../../../support/doubles/fake-log';

const PRISMA = "Can't reach database server at 127.0.0.1:4399";

function authorize(open: (typed: { userId: string }) => Promise<Result<SignedIn, string>>, sent: object = {}) {
  const [logger, metrics] = [createLogger('info'), createMetrics()];
  const written = captureLog(logger);
  const way = { id: 'test', name: 'Test', fields: ['userId'] } as const;
  // next-auth keeps what it was given here, and takes it when it is called.
  const { options } = signInProvider(way, { logger, metrics }, open) as unknown as {
    options: { authorize: (sent: object, request: object) => Promise<unknown> };
  };
  return { answer: options.authorize(sent, {}), written, metrics };
}

test.each([
  ['the database', new Error(PRISMA), 'a sign-in could not be carried out'],
  ['the gateway', new GatewayError('unreachable', 'not-sent', { cause: new Error(PRISMA) }), 'the gateway failed'],
  ['something that is no error', PRISMA, 'a sign-in could not be carried out'],
])(
  'threat: when %s fails, the browser is told a code and nothing else, and the log says so',
  async (_what, fault, logged) => {
    const { answer, written, metrics } = authorize(() => Promise.reject(fault));
    await expect(answer).rejects.toThrow(/^unavailable$/);
    expect(written.join()).toContain(logged);
    expect(await metrics.registry.metrics()).toContain('tessera_sign_ins_total{outcome="unavailable"} 1');
  },
);

test('a refusal is reported by its code, except those that would reveal who exists', async () => {
  await expect(authorize(async () => refuse('too-many-attempts')).answer).rejects.toThrow(/^too-many-attempts$/);
  for (const refusal of ['invalid-credentials', 'not-approved', 'not-let-in'])
    expect(await authorize(async () => refuse(refusal)).answer).toBeNull();
});

test('a session is named by its identifier alone', async () => {
  const signedIn = { session: { id: 'ses-1' }, user: { userId: 'jane.doe' } } as unknown as SignedIn;
  expect(await authorize(async () => accept(signedIn)).answer).toEqual({ id: 'ses-1' });
});

test('threat: what is no text in a body of JSON counts as nothing', async () => {
  const open = vi.fn<(typed: { userId: string }) => Promise<Result<SignedIn, string>>>(async () =>
    refuse('invalid-credentials'),
  );
  for (const userId of [{ $ne: '' }, ['jane'], 7, null]) await authorize(open, { userId }).answer;
  expect(open.mock.calls.map(([typed]) => typed.userId)).toEqual(['', '', '', '']);
});
