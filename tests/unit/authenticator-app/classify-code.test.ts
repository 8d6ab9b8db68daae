import { expect, test } from 'vitest';
import { classifyCode } from '@/lib/authenticator-app/classify-code';

const gateway = { gatewayUrl: 'https://gateway.example', gatewayId: '0123456789ABCDEF', frontEndKey: 'f' };
const whole = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';

test.each([whole, `${whole};0123456789ABCDEF`])('%s is an activation', (text) => {
  const found = classifyCode(text, gateway);
  expect(found).toMatchObject({ ok: true, value: { kind: 'activation' } });
});

test('the image of a sign-in page is a login', () => {
  const found = classifyCode(`01;90;${'0a'.repeat(16)};0123456789ABCDEF`, gateway);
  const scanned = { way: 'scan', challengeKey: '0a'.repeat(16), gateway };
  expect(found).toEqual({ ok: true, value: { kind: 'login', scanned } });
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
])('%j is refused as %s', (text, refusal) => {
  expect(classifyCode(text, gateway)).toEqual({ ok: false, refusal });
});
