import { describe, expect, test } from 'vitest';
import { carriedLink, readCarriedLink } from '@/lib/phone/scanning/carried-link';
import { formatActivationLink, formatImageLink } from '@/lib/shared/codes/app-link';
import { readActivationLink } from '@/lib/phone/scanning/classify-code';

const SITE = 'https://id.example.org';
const PAYLOAD = 'jane.doe;Xk29aLm4;Rt7Qp2Zd';
const TICKET = { activationId: `act-${'0'.repeat(32)}`, nonce: 'n'.repeat(43), signature: 's'.repeat(98) };
const REFUSED = { ok: false, refusal: 'not-an-activation-link' };

describe('a link that is carried from a tab to the home screen', () => {
  test('the link names the same activation, and leaves the ticket of the browser’s session behind', () => {
    const followed = readActivationLink(`${SITE}${formatActivationLink(PAYLOAD, TICKET)}`);
    if (!followed.ok) throw new Error(followed.refusal);
    expect(followed.value).toContain(TICKET.nonce);
    const carried = carriedLink(followed.value, SITE);
    expect(carried).not.toContain(TICKET.nonce);
    expect(readCarriedLink(` ${carried}\n`, SITE)).toEqual(
      readActivationLink(`${SITE}/authenticator#${encodeURIComponent(PAYLOAD)}`),
    );
  });

  test('the link of an image, which the phone’s own camera opens, is one too', () => {
    const link = formatImageLink(SITE, {
      userId: 'jane.doe',
      domain: '',
      registrationIdentifier: 'Xk29aLm4',
      activationPassword: 'Rt7Qp2Zd',
    });
    expect(readCarriedLink(link, SITE)).toMatchObject({ ok: true });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'password'],
    ['another website’s link', `https://evil.example.org/authenticator#${PAYLOAD}`],
    ['this website in front of another', `https://id.example.org@evil.example.org/authenticator#${PAYLOAD}`],
    ['another page of this website', `${SITE}/sign-in#${PAYLOAD}`],
    ['a link without an activation', `${SITE}/authenticator`],
    ['a script', `javascript:alert(1)//${SITE}/authenticator#${PAYLOAD}`],
    ['a link without end', `${SITE}/authenticator#${'x'.repeat(3_000)}`],
  ])('threat: the clipboard holds %s, which is no link of an activation here', (_name, pasted) => {
    expect(readCarriedLink(pasted, SITE)).toEqual(REFUSED);
  });
});
