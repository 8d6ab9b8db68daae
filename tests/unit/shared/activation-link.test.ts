import { expect, test } from 'vitest';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import {
  formatActivationLink,
  formatImageLink,
  isImageLink,
  readImageLink,
  separateTicket,
  signedLinkText,
} from '@/lib/shared/codes/app-link';

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

const ONLINE = {
  userId: 'jane.doe',
  domain: 'example.org',
  registrationIdentifier: 'Xk29aLm4',
  activationPassword: 'Rt7Qp2Zd',
  gatewayId: '0123456789ABCDEF',
};

test('the link in an image has the activation behind its #, and fits the smallest code with colours', () => {
  const link = formatImageLink('https://id.example.org', ONLINE);
  expect(link).toBe('https://id.example.org/a#jane.doe;Xk29aLm4;Rt7Qp2Zd');
  // 33 modules are version 4; with the domain and the gateway it would be version 6.
  expect(qrMatrix(link).size).toBe(33);
  expect(readImageLink(link)).toEqual({
    origin: 'https://id.example.org',
    payload: '01;01;jane.doe;;Xk29aLm4;Rt7Qp2Zd',
  });
});

test.each(['jane@example.org', 'Zoë Müller', 'a#b', '100%', 'a&b', '日本'])(
  'a link in an image carries the user ID %j, and is an address without a space',
  (userId) => {
    const link = formatImageLink('http://127.0.0.1:3000', { ...ONLINE, userId });
    expect(link).not.toMatch(/\s/);
    expect(new URL(link).href).toBe(link);
    expect(readImageLink(link)?.payload).toBe(`01;01;${userId};;Xk29aLm4;Rt7Qp2Zd`);
  },
);

test.each([
  'https://id.example.org/a',
  'https://id.example.org/about#x',
  'javascript:/a#x;y;z',
  'id.example.org/a#x;y;z',
])('%j is no link of an image', (text) => {
  expect(isImageLink(text)).toBe(false);
  expect(readImageLink(text)).toBeNull();
});
