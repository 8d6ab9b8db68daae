import { expect, test } from 'vitest';
import { beginActivation } from '@/lib/phone/activation/begin-activation';
import { systemRandom } from '@/lib/shared/random';
import { readActivationLink } from '@/lib/phone/scanning/classify-code';

const gateway = { gatewayUrl: 'https://gateway.example', gatewayId: '0123456789ABCDEF', frontEndKey: 'f'.repeat(64) };
const payload = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd;0123456789ABCDEF';

test('OneSpan §1.1: an image with and without the gateway identifier is read', () => {
  expect(beginActivation(payload, gateway, systemRandom)).toMatchObject({
    ok: true,
    value: { payload: { userId: 'jane.doe' } },
  });
  expect(beginActivation(payload.replace(/;[^;]*$/, ''), gateway, systemRandom)).toMatchObject({ ok: true });
});

test('an image of another gateway is refused before anything is sent', () => {
  expect(beginActivation(payload, { ...gateway, gatewayId: 'other' }, systemRandom)).toEqual({
    ok: false,
    refusal: 'other-gateway',
  });
});

test('threat: an image that leads to another website is refused before anything is sent', () => {
  const link = 'https://id.example.org/a#jane.doe;Xk29aLm4;Rt7Qp2Zd';
  const begin = (websites: string[]) => beginActivation(link, { ...gateway, websites }, systemRandom);
  expect(begin(['https://id.example.org.evil.example'])).toEqual({ ok: false, refusal: 'other-gateway' });
  expect(begin(['http://id.example.org'])).toEqual({ ok: false, refusal: 'other-gateway' });
  expect(begin(['https://inside.example', 'https://id.example.org'])).toMatchObject({
    ok: true,
    value: { payload: { userId: 'jane.doe', registrationIdentifier: 'Xk29aLm4', activationPassword: 'Rt7Qp2Zd' } },
  });
});

test.each([
  '',
  'https://example.org',
  'https://id.example.org/a#jane.doe;Xk29aLm4',
  'https://id.example.org/a#%',
  '02;01;a;b;c;d',
  '01;02;a;b;c;d',
  '01;01;a;b;c',
])('%j is no activation', (text) => {
  expect(beginActivation(text, gateway, systemRandom)).toEqual({ ok: false, refusal: 'not-an-activation-payload' });
});

test('a link carries the payload behind its #', () => {
  expect(readActivationLink(`https://site.example/authenticator#${encodeURIComponent(payload)}`)).toEqual({
    ok: true,
    value: payload,
  });
  expect(readActivationLink('https://site.example/a#jane.doe;Xk29aLm4;Rt7Qp2Zd')).toEqual({
    ok: true,
    value: '01;01;jane.doe;;Xk29aLm4;Rt7Qp2Zd',
  });
  for (const link of ['https://site.example/authenticator', 'https://site.example/authenticator#', '#%']) {
    expect(readActivationLink(link)).toEqual({ ok: false, refusal: 'not-an-activation-link' });
  }
});
