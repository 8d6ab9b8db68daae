import { expect, test } from 'vitest';
import { classifyCode } from '@/lib/phone/scanning/classify-code';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { encodeOfflineMessage } from '@/lib/wire/crypto/messages/offline-message';
import { systemRandom } from '@/lib/shared/random';
import { OFFLINE_MESSAGE } from '../../support/phones/offline-message';

const gateway = { gatewayUrl: 'https://gateway.example', gatewayId: '0123456789ABCDEF', frontEndKey: 'f' };
type Gateways = Parameters<typeof classifyCode>[1];

const online: Gateways = { gateway: async () => gateway, rememberedGateway: async () => gateway, random: systemRandom };
/** Without a network. @param remembers whether the website was reached before */
const offline = (remembers: boolean): Gateways => ({
  gateway: () => Promise.reject(new GatewayFailure('unreachable')),
  rememberedGateway: async () => (remembers ? gateway : null),
  random: systemRandom,
});
const whole = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';
const login = `01;90;${'0a'.repeat(16)};0123456789ABCDEF`;

const firstImage = (gatewayId = gateway.gatewayId) => encodeOfflineMessage({ ...OFFLINE_MESSAGE, gatewayId });
const secondImage = encodeOfflineMessage({
  kind: 'second',
  registrationIdentifier: 'Xk29aLm4',
  activationMessage2: new Uint8Array(64),
});

test.each([whole, `${whole};0123456789ABCDEF`])('%s is an activation', async (text) => {
  expect(await classifyCode(text, online)).toMatchObject({ ok: true, value: { kind: 'activation' } });
});

test('the image of a sign-in page is a login', async () => {
  const scanned = { way: 'scan', challengeKey: '0a'.repeat(16), gateway };
  expect(await classifyCode(login, online)).toEqual({ ok: true, value: { kind: 'login', scanned } });
});

test.each([
  ['with a network', online],
  ['without a network', offline(true)],
  ['without a network, when the website was never reached', offline(false)],
])('the first image of an offline activation begins one %s', async (_when, gateways) => {
  const message = { kind: 'first', registrationIdentifier: 'Xk29aLm4', userId: 'jane.doe', domain: 'example.org' };
  expect(await classifyCode(firstImage(), gateways)).toMatchObject({
    ok: true,
    value: { kind: 'offline-activation', message },
  });
});

test.each([whole, login])('%s needs a network', async (text) => {
  await expect(classifyCode(text, offline(true))).rejects.toThrow(new GatewayFailure('unreachable'));
});

test.each([
  ['https://example.org/', 'unknown-code'],
  ['', 'unknown-code'],
  ['02;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd', 'unknown-code'],
  ['01;01;jane.doe;example.org;Xk29aLm4', 'malformed-activation'],
  [`${whole};0123456789ABCDEF;more`, 'malformed-activation'],
  ['01;01;;example.org;Xk29aLm4;Rt7Qp2Zd', 'malformed-activation'],
  [`01;01;${'x'.repeat(600)};example.org;Xk29aLm4;Rt7Qp2Zd`, 'malformed-activation'],
  ['01;90;0a0a;0123456789ABCDEF', 'malformed-login'],
  [`01;90;${'0a'.repeat(16)}`, 'malformed-login'],
  [`01;90;${'0a'.repeat(16)};FEDCBA9876543210`, 'other-gateway'],
  [`${whole};FEDCBA9876543210`, 'other-gateway'],
  [firstImage('FEDCBA9876543210'), 'other-gateway'],
  [firstImage().slice(0, -2), 'malformed-offline'],
  [`${secondImage}00`, 'malformed-offline'],
  [secondImage, 'second-image'],
])('%j is refused as %s', async (text, refusal) => {
  expect(await classifyCode(text, online)).toEqual({ ok: false, refusal });
});
