import { describe, expect, it } from 'vitest';
import { readStep } from '@/lib/gateways/relay/read-step';
import { headersToGateway, headersToPhone } from '@/lib/gateways/relay/relayed-headers';
import { utf8 } from '@/lib/shared/bytes';

const SUCCESS = { returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS', returnCode: 0, statusCode: 0 };
const request = utf8('{"registrationIdentifier":"Xk29aLm4","signature":"0123456789012345"}');
const reply = (fields: object) => utf8(JSON.stringify(fields));
const success = (result?: object) => reply({ resultCodes: SUCCESS, result });

describe('what a call shows', () => {
  it('a call shows the step of its registration, with the device that the gateway named', () => {
    const registrationIdentifier = 'Xk29aLm4';
    expect(readStep('scanned', request, success({ salt: '00' }))).toEqual({
      registrationIdentifier,
      step: 'scanned',
      instanceId: null,
    });
    expect(readStep('active', request, success({ serialNumber: 'VDS1000042-1' }))).toEqual({
      registrationIdentifier,
      step: 'active',
      instanceId: 'VDS1000042-1',
    });
  });

  it.each([undefined, { serialNumber: 'VDS1000042' }, { serialNumber: ['VDS1000042-1'] }, { serialNumber: "'--" }])(
    'a call shows the step alone when the gateway names no device: %o',
    (result) => {
      expect(readStep('active', request, success(result))).toMatchObject({ step: 'active', instanceId: null });
    },
  );

  it.each([
    ['a refusal', reply({ resultCodes: { ...SUCCESS, returnCode: -1 } })],
    ['a code that is no number', reply({ resultCodes: { ...SUCCESS, returnCode: '0' } })],
    ['no codes', reply({ result: {} })],
    ['a list', utf8('[]')],
    ['half of a reply', success().subarray(0, 40)],
    ['a page', utf8('<!doctype html>')],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
    ['nothing', utf8('')],
  ])('an answer of %s shows no step', (_what, bytes) => {
    expect(readStep('active', request, bytes)).toBeNull();
  });

  it.each(['', '{}', 'null', '{"registrationIdentifier":"a\\u0000b"}', '{"registrationIdentifier":{"a":1}}', '[1'])(
    'a request without a registration shows no step: %s',
    (body) => {
      expect(readStep('active', utf8(body), success())).toBeNull();
    },
  );
});

describe('headers to the gateway', () => {
  const sent = {
    authorization: 'Basic abc',
    'content-type': 'application/json',
    'user-agent': 'Phone/1',
    'x-vendor': 'kept',
    connection: 'close, X-Private',
    'x-private': 'dropped',
    'keep-alive': 'timeout=5',
    te: 'trailers',
    'proxy-authorization': 'Basic proxy',
    cookie: 'session=1',
    forwarded: 'for=192.0.2.66',
    'x-forwarded-for': '192.0.2.66, 192.0.2.7',
    'x-forwarded-host': 'elsewhere.example',
    'x-real-ip': '192.0.2.66',
    'x-tessera-address': '192.0.2.7',
    'accept-encoding': 'gzip',
    'content-length': '3',
    via: '1.1 edge',
  };

  it('the gateway gets the end-to-end headers, with the one trusted address (RFC 9110 §7.6)', () => {
    expect(headersToGateway(sent, '192.0.2.7')).toEqual({
      authorization: 'Basic abc',
      'content-type': 'application/json',
      'user-agent': 'Phone/1',
      'x-vendor': 'kept',
      'x-forwarded-for': '192.0.2.7',
      'accept-encoding': 'identity',
      via: '1.1 edge, 1.1 tessera',
    });
  });

  it('the gateway gets no address when none is known', () => {
    expect(headersToGateway(sent, null)).not.toHaveProperty('x-forwarded-for');
  });
});

describe('headers to the phone', () => {
  it('the phone gets the end-to-end headers that are not about the site', () => {
    const headers = headersToPhone({
      'content-type': 'application/json',
      'content-length': '12',
      'www-authenticate': 'Basic realm="gateway"',
      'cache-control': 'max-age=60',
      connection: 'X-Private',
      'x-private': 'dropped',
      'transfer-encoding': 'chunked',
      'keep-alive': 'timeout=5',
      'set-cookie': ['JSESSIONID=1; Path=/'],
      'strict-transport-security': 'max-age=0',
    });
    expect(headers).toEqual({
      'content-type': 'application/json',
      'content-length': '12',
      'www-authenticate': 'Basic realm="gateway"',
      'cache-control': 'no-store',
    });
  });
});
