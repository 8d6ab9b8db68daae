import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatActivationPayload,
  MAXIMUM_PAYLOAD_BYTES,
  parseActivationPayload,
  type ActivationPayload,
} from '@/lib/shared/codes/activation-payload';
import { utf8 } from '@/lib/shared/bytes';

const PAYLOAD: ActivationPayload = {
  userId: 'jane.doe',
  domain: 'example.org',
  registrationIdentifier: 'Xk29aLm4',
  activationPassword: 'pQ7rT2wZ',
  gatewayId: '0123456789ABCDEF',
};

describe('the payload of an activation image (OneSpan §1.1)', () => {
  it('the payload has six fields, and a seventh for the gateway (OneSpan §1.1)', () => {
    const { gatewayId, ...without } = PAYLOAD;
    expect(formatActivationPayload(without)).toEqual({
      ok: true,
      value: '01;01;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ',
    });
    expect(formatActivationPayload(PAYLOAD)).toEqual({
      ok: true,
      value: `01;01;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ;${gatewayId}`,
    });
  });

  it('a payload is read back as it was formatted, whatever the values', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => !/[;\p{C}]/u.test(text));
    const payloads = fc.record({
      userId: value,
      domain: value,
      registrationIdentifier: value,
      activationPassword: value,
    });
    fc.assert(
      fc.property(payloads, (payload) => {
        const text = formatActivationPayload(payload);
        fc.pre(text.ok);
        expect(text.ok && parseActivationPayload(text.value)).toEqual({ ok: true, value: payload });
      }),
    );
  });

  it.each(['userId', 'domain', 'registrationIdentifier', 'activationPassword', 'gatewayId'] as const)(
    'a payload refuses a semicolon or control character in its %s',
    (name) => {
      for (const character of [';', '\u0000', '\n', '\u007f', '\u0085'])
        expect(formatActivationPayload({ ...PAYLOAD, [name]: `a${character}b` })).toEqual({
          ok: false,
          refusal: 'value-not-representable',
        });
    },
  );

  it.each(['j', 'é', '📱'])('a payload has at most 512 bytes of UTF-8, counted in bytes of %s', (character) => {
    const room = MAXIMUM_PAYLOAD_BYTES - utf8('01;01;;d;r;p').length;
    const size = utf8(character).length;
    const fits = character.repeat(Math.floor(room / size));
    const short = { domain: 'd', registrationIdentifier: 'r', activationPassword: 'p' };
    expect(formatActivationPayload({ ...short, userId: fits }).ok).toBe(true);
    expect(formatActivationPayload({ ...short, userId: fits + character })).toEqual({
      ok: false,
      refusal: 'payload-too-long',
    });
  });

  it.each([
    '',
    '01;01;jane.doe;example.org;Xk29aLm4',
    '02;01;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ',
    '01;02;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ',
    '1;1;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ',
    '01;01;;example.org;Xk29aLm4;pQ7rT2wZ',
    '01;01;jane.doe;example.org;;pQ7rT2wZ',
    '01;01;jane.doe;example.org;Xk29aLm4;',
    '01;01;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ;0123456789ABCDEF;more',
    '01;01;jane.doe;example.org;Xk29aLm4;pQ7rT2wZ\n',
    `01;01;${'j'.repeat(512)};example.org;Xk29aLm4;pQ7rT2wZ`,
    'https://example.org',
  ])('the text %j is no payload', (text) => {
    expect(parseActivationPayload(text)).toEqual({ ok: false, refusal: 'not-an-activation-payload' });
  });
});
