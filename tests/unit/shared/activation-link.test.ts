import { expect, test } from 'vitest';
import { formatActivationLink, separateTicket, signedLinkText } from '@/lib/shared/codes/app-link';

const PAYLOAD = '01;01;jane&doe;example.org;Xk29aLm4;Rt7Qp2Zd';
const TICKET = { activationId: `act-${'0a'.repeat(16)}`, nonce: 'n'.repeat(43), signature: 's'.repeat(98) };

function textOf(link: string): string {
  return decodeURIComponent(link.slice(link.indexOf('#') + 1));
}

test('a link holds the payload, and the ticket where there is one', () => {
  expect(separateTicket(textOf(formatActivationLink(PAYLOAD, TICKET)))).toEqual({ payload: PAYLOAD, ticket: TICKET });
  expect(separateTicket(textOf(formatActivationLink(PAYLOAD, null)))).toEqual({ payload: PAYLOAD, ticket: null });
});

test('threat: a ticket that is cut off or lengthened is none', () => {
  const text = textOf(formatActivationLink(PAYLOAD, TICKET));
  for (const other of [text.slice(0, -1), `${text}s`, text.replace('act-', 'abt-')])
    expect(separateTicket(other).ticket).toBeNull();
});

test('the signed text differs with each part, and is no payload of an image', () => {
  const texts = [
    signedLinkText(PAYLOAD, TICKET),
    signedLinkText(`${PAYLOAD}x`, TICKET),
    signedLinkText(PAYLOAD, { ...TICKET, nonce: 'm'.repeat(43) }),
    signedLinkText(PAYLOAD, { ...TICKET, activationId: `act-${'0'.repeat(32)}` }),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^link;/);
});
