import { describe, expect, test } from 'vitest';
import type { RegistrationAtGateway } from '@/lib/activation/activation-gateway';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { TypeLimits } from '@/lib/gateways/onespan-server/devices/type-limits';
import { Administration } from '@/lib/gateways/onespan-server/administration/administration';
import { AdministrationSession } from '@/lib/gateways/onespan-server/administration/administration-session';
import { OneSpanServerActivationGateway } from '@/lib/gateways/onespan-server/activation/onespan-server-activation-gateway';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { FIELD_NAMES } from '../../support/onespan/open-onespan-adapter';

const NOW = new Date('2026-05-04T10:05:00Z');
const JANE = { userId: 'jane.doe', domain: 'example.org' };
const AT_GATEWAY: RegistrationAtGateway = {
  ...JANE,
  registrationIdentifier: 'Xk29aLm4',
  baseline: JSON.stringify({ instances: ['VDS1000042-1'], gracePeriods: {} }),
};

type Fields = Record<string, string>;

/** A server whose provisioning commands answer one thing, and that has these records. */
function answering(answer: { status?: string; number?: number; fields?: Fields }, records: Fields[] = []) {
  const asked: string[] = [];
  const refusals: GatewayError[] = [];
  const soap = new SoapClient({
    async send({ body: request = '' }, read) {
      const isProvisioning = request.includes('<i:provisioningExecute>');
      if (isProvisioning) asked.push(/<i:provisioningExecute>(.*)<\/i:provisioningExecute>/.exec(request)?.[1] ?? '');
      const { status = 'STAT_SUCCESS', number = 0, fields = {} } = isProvisioning ? answer : {};
      const own =
        isProvisioning || request.includes('<i:logon>') ? attributes({ ...fields, CREDFLD_SESSION_ID: '1' }) : '';
      const list = isProvisioning
        ? ''
        : records.map((one) => `<attributeList>${attributes(one)}</attributeList>`).join('');
      const codes = `<resultCodes><statusCodeEnum>${status}</statusCodeEnum><statusCode>${number}</statusCode></resultCodes>`;
      const results = `<results>${codes}<resultAttribute>${own}${list}</resultAttribute></results>`;
      const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r>${results}</r></s:Body></s:Envelope>`;
      return read({ status: 200, headers: {}, body: Buffer.from(envelope) });
    },
  });
  const clock = { now: () => NOW };
  const session = new AdministrationSession(soap, { userId: 's', domain: '', password: 'x' }, clock);
  const administration = new Administration(soap, session, FIELD_NAMES);
  const { offline } = new OneSpanServerActivationGateway(
    {
      soap,
      administration,
      clock,
      random: systemRandom,
      onRefusal: (refusal) => void refusals.push(refusal),
      typeLimits: new TypeLimits(administration, null, clock, () => {}),
    },
    { componentType: 'Website', gatewayId: null, lifetimeMs: 5 * MINUTE, resetsPasswords: false, isRelayed: false },
  );
  return { offline, asked, refusals };
}

const attributes = (fields: Fields) =>
  Object.entries(fields)
    .map(([name, value]) => `<attributes><attributeID>${name}</attributeID><value>${value}</value></attributes>`)
    .join('');

const sent = (cmd: string, fields: [name: string, type: string, value: string][]) =>
  `<cmd>PROVISIONCMD_MDL_${cmd}</cmd><attributeSet>${fields
    .map(
      ([name, type, value]) =>
        `<attributes><attributeID>PROVFLD_${name}</attributeID><value xsi:type="xsd:${type}">${value}</value></attributes>`,
    )
    .join('')}</attributeSet>`;

const register = ({ offline }: ReturnType<typeof answering>) =>
  offline.register(JANE, generateActivationId(systemRandom), 'Invented-1');

describe('PROVISIONCMD_MDL_REGISTER (OneSpan §4.2)', () => {
  const fields = { PROVFLD_REGISTRATIONID: 'Xk29aLm4', PROVFLD_ACTIVATION_MESSAGE: 'f10aFF' };

  test('the offline registration is requested with the user’s own proof', async () => {
    const server = answering({ fields });
    const { expiresAt, ...registered } = valueOf(await register(server));
    expect(server.asked).toEqual([
      sent('REGISTER', [
        ['USERID', 'string', 'jane.doe'],
        ['DOMAIN', 'string', 'example.org'],
        ['COMPONENT_TYPE', 'string', 'Website'],
        ['STATIC_PASSWORD', 'string', 'Invented-1'],
        ['ACTIVATION_TYPE', 'unsignedInt', '1'],
      ]),
    ]);
    const baseline = JSON.stringify({ instances: [], gracePeriods: {} });
    const registrationIdentifier = 'Xk29aLm4';
    expect(registered).toEqual({ ...JANE, registrationIdentifier, activationMessage1: 'F10AFF', baseline });
    expect(expiresAt).toEqual(new Date(NOW.getTime() + 5 * MINUTE));
  });

  test('the user is the one that the server names', async () => {
    const named = { ...fields, PROVFLD_USERID: 'JANE.DOE', PROVFLD_DOMAIN: 'master' };
    expect(valueOf(await register(answering({ fields: named })))).toMatchObject({
      userId: 'JANE.DOE',
      domain: 'master',
    });
  });

  test.each([
    ['no registration', { PROVFLD_ACTIVATION_MESSAGE: 'F1' }],
    ['no message', { PROVFLD_REGISTRATIONID: 'Xk29aLm4' }],
    ['a message that is not hexadecimal', { ...fields, PROVFLD_ACTIVATION_MESSAGE: 'Canary' }],
    ['half a byte', { ...fields, PROVFLD_ACTIVATION_MESSAGE: 'F10' }],
  ])('an answer with %s is refused', async (_what, wrong) => {
    const error: unknown = await register(answering({ fields: wrong })).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'malformed-reply' });
    expect(((error as GatewayError).cause as Error).message).not.toContain('Canary');
  });
});

describe('PROVISIONCMD_MDL_ADD_DEVICE and PROVISIONCMD_MDL_ACTIVATE (OneSpan §4.2)', () => {
  test('the commands carry the codes, and return the second message and the device', async () => {
    const adding = answering({ fields: { PROVFLD_ACTIVATION_MESSAGE: 'F2ab' } });
    const expiresAt = new Date(NOW.getTime() + 5 * MINUTE);
    expect(await adding.offline.addDevice(AT_GATEWAY, '12345')).toEqual({
      ok: true,
      value: { activationMessage2: 'F2AB', expiresAt },
    });
    const activating = answering({ fields: { PROVFLD_SERNO: 'VDS1000042-2' } });
    expect(await activating.offline.activate(AT_GATEWAY, '678')).toEqual({
      ok: true,
      value: { instanceId: 'VDS1000042-2' },
    });
    const registration: [string, string, string][] = [
      ['COMPONENT_TYPE', 'string', 'Website'],
      ['REGISTRATIONID', 'string', 'Xk29aLm4'],
    ];
    expect([...adding.asked, ...activating.asked]).toEqual([
      sent('ADD_DEVICE', [...registration, ['DEVICE_CODE', 'string', '12345']]),
      sent('ACTIVATE', [...registration, ['SIGNATURE', 'string', '678']]),
    ]);
  });

  test.each([{}, { PROVFLD_SERNO: 'VDS1000042' }])(
    'an activation that is answered with %o is of the new device',
    async (fields) => {
      const records = ['VDS1000042', 'VDS1000042-1', 'VDS1000042-2'].map((serial) => ({
        DIGIPASSFLD_SERNO: serial,
        DIGIPASSFLD_ASSIGNED_USERID: 'jane.doe',
        DIGIPASSFLD_DOMAIN: 'example.org',
      }));
      expect(await answering({ fields }, records).offline.activate(AT_GATEWAY, '678')).toEqual({
        ok: true,
        value: { instanceId: 'VDS1000042-2' },
      });
    },
  );

  test('an activation that has worked is not refused when its device cannot be found', async () => {
    const { offline, refusals } = answering({});
    const error: unknown = await offline.activate(AT_GATEWAY, '678').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'malformed-reply' });
    expect(refusals).toEqual([error]);
  });

  test.each([
    ['STAT_NOT_FOUND', -13],
    ['STAT_INVDATA', -14],
    ['STAT_INVCREDENTIALS', 1_000],
  ])('%s (%i) is taken for a wrong code, and the log says which', async (status, number) => {
    const { offline, refusals } = answering({ status, number });
    const wrong = { ok: false, refusal: 'wrong-code' };
    expect([await offline.addDevice(AT_GATEWAY, '1'), await offline.activate(AT_GATEWAY, '1')]).toEqual([wrong, wrong]);
    expect(refusals.map(({ cause }) => (cause as Error).message)).toEqual([
      `PROVISIONCMD_MDL_ADD_DEVICE: ${status} (${number})`,
      `PROVISIONCMD_MDL_ACTIVATE: ${status} (${number})`,
    ]);
  });

  test.each([
    ['STAT_PERMISSION', 1_005, 'refused-credentials'],
    ['STAT_UNKNOWN', 987_654, 'malformed-reply'],
  ])('%s (%i) is a failure', async (status, number, code) => {
    const { offline } = answering({ status, number });
    await expect(offline.addDevice(AT_GATEWAY, '1')).rejects.toMatchObject({ code });
    await expect(offline.activate(AT_GATEWAY, '1')).rejects.toMatchObject({ code });
  });

  test.each(['a\u0000b', 'half \ud800'])('an unsendable code %j is wrong without being sent', async (code) => {
    const { offline, asked } = answering({});
    const wrong = { ok: false, refusal: 'wrong-code' };
    expect([await offline.addDevice(AT_GATEWAY, code), await offline.activate(AT_GATEWAY, code)]).toEqual([
      wrong,
      wrong,
    ]);
    expect(asked).toEqual([]);
  });
});
