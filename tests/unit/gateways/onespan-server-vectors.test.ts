import { describe, expect, test } from 'vitest';
import { authUser } from '@/lib/gateways/onespan-server/accounts/auth-user';
import { readBaseline, captureBaseline } from '@/lib/gateways/onespan-server/activation/baseline';
import { toDigipassRecord } from '@/lib/gateways/onespan-server/administration/digipass-record';
import { registerForSrp } from '@/lib/gateways/onespan-server/activation/dsapp-srp-register';
import { observationFrom } from '@/lib/gateways/onespan-server/activation/observation-from';
import {
  isAuthenticationRefusal,
  isErrorCode,
  isNotFound,
  isSuccess,
  unforeseen,
} from '@/lib/gateways/onespan-server/soap/outcome';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import vectors from '../../vectors/onespan-server.json';
import { FIELD_NAMES } from '../../support/onespan/open-onespan-adapter';

/** A server that says one thing, whatever it is asked. */
function answering(content: string) {
  const asked: string[] = [];
  const soap = new SoapClient({
    async send(request, read) {
      asked.push(request.body ?? '');
      const body = `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
      return read({ status: 200, headers: {}, body: Buffer.from(body) });
    },
  });
  return { soap, asked };
}

const recordFrom = (fields: Record<string, string>) => toDigipassRecord(fields, FIELD_NAMES);

const codes = (name: string, number: number) =>
  `<resultCodes><returnCodeEnum>RET_ANY</returnCodeEnum><statusCodeEnum>${name}</statusCodeEnum><returnCode>0</returnCode><statusCode>${number}</statusCode></resultCodes>`;

test.each(vectors.statuses)(
  'the status $name $number means: $meaning (OneSpan §$section)',
  ({ name, number, meaning }) => {
    const status = { name, number, told: '' };
    const means = {
      success: isSuccess(status),
      'not-found': isNotFound(status),
      'not-proved': isAuthenticationRefusal(status),
      'service-user': unforeseen('any', status).code === 'refused-credentials',
    };
    const found = Object.entries(means).filter(([, holds]) => holds);
    const otherwise = isErrorCode(status) ? 'error-code' : 'unknown';
    expect(found.length === 0 ? otherwise : found.map(([one]) => one).join()).toBe(meaning);
  },
);

test('the request and answer of dsappSRPRegister are as in OneSpan §4.2, and its image as in §1.1', async () => {
  const { request, body, result, gatewayId, image } = vectors.registration;
  const { soap, asked } = answering(
    `<p:dsappSRPRegisterResponse xmlns:p="urn:p"><status>${codes('STAT_SUCCESS', 0)}</status><result>${result}</result></p:dsappSRPRegisterResponse>`,
  );
  const { value: registered } = await registerForSrp(soap, { ...request, serialNumber: null });
  expect(asked[0]).toContain(`<i:dsappSRPRegister>${body}</i:dsappSRPRegister>`);
  expect(registered && formatActivationPayload({ ...registered, gatewayId })).toEqual({ ok: true, value: image });
});

test.each(vectors.authUser.answers)(
  'the answer of authUser with $status and the message $message proves: $isProved',
  async (answer) => {
    const { status, number, message, isProved } = answer;
    const attribute = `<attributes><attributeID>CREDFLD_STATUS_MESSAGE</attributeID><value>${message}</value></attributes>`;
    const results = `<results>${codes(status, number)}<resultAttribute>${message === null ? '' : attribute}</resultAttribute></results>`;
    const { soap, asked } = answering(
      `<authUserResponse><authUserResults>${results}</authUserResults></authUserResponse>`,
    );
    const credential = { userId: 'jane.doe', domain: 'example.org', componentType: 'Website', password: '123456' };
    expect(await authUser(soap, credential)).toBe(isProved);
    expect(asked[0]).toContain(
      '<attributes><attributeID>CREDFLD_PASSWORD_FORMAT</attributeID><value xsi:type="xsd:unsignedInt">0</value></attributes>',
    );
  },
);

describe('how far a phone has come (OneSpan §4.4)', () => {
  const { now, before, signals } = vectors.observations;
  const at = new Date(now);

  test.each(signals)('the records show that $signal: $state', ({ change, added, state }) => {
    const baseline = readBaseline(JSON.stringify(captureBaseline(before.map(recordFrom))));
    const [licence, ...others] = before;
    const owner = { DIGIPASSFLD_ASSIGNED_USERID: 'jane.doe', DIGIPASSFLD_DOMAIN: 'example.org' };
    const instance = added ? [{ DIGIPASSFLD_SERNO: 'VDS1000042-2', ...owner, ...added }] : [];
    const after = [{ ...licence, ...change }, ...others, ...instance] as Record<string, string>[];
    const observation = observationFrom(baseline, after.map(recordFrom), at);
    expect(observation.state).toBe(state);
    expect(observation.instanceId).toBe(state === 'issued' ? null : 'VDS1000042-2');
    for (const reached of Object.values(observation.reached))
      expect(reached.getTime()).toBeLessThanOrEqual(at.getTime());
  });

  test('no device is new where there is no baseline', () => {
    expect(observationFrom(readBaseline(null), before.map(recordFrom), at).state).toBe('issued');
  });
});
