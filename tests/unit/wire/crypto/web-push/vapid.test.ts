import { describe, expect, it } from 'vitest';
import { generateVapidKey, vapidAuthorization, verifyVapid } from '@/lib/wire/crypto/web-push/vapid';
import { base64UrlFromBytes } from '@/lib/shared/bytes';
import { DAY, MINUTE, SECOND } from '@/lib/shared/time/duration';
import example from '../../../../vectors/rfc8292-section-2.json';

const NOW = new Date('2026-11-30T12:00:00Z');
const ENDPOINT = new URL('https://push.example.org/p/1');
const SUBJECT = 'https://id.example.org';

describe('identification of an application server (RFC 8292)', () => {
  it('a sender is verified as in the example of RFC 8292 §2.4', async () => {
    const before = new Date((example.expiresAt - 60) * SECOND);
    const verified = await verifyVapid(example.authorization, new URL(example.endpoint), before);
    expect(verified).toMatchObject({ ok: true, value: { subject: example.subject } });
  });

  it('a sender names the service of the endpoint, its own key and whom to write to', async () => {
    const key = await generateVapidKey();
    const authorization = await vapidAuthorization(ENDPOINT, { key, subject: SUBJECT }, inMinutes(60));
    const publicKey = base64UrlFromBytes(key.publicKey);
    expect(await verifyVapid(authorization, ENDPOINT, NOW)).toEqual({
      ok: true,
      value: { publicKey, subject: SUBJECT },
    });
  });

  it('a sender is refused at another service, once it has expired, and beyond a day', async () => {
    const key = await generateVapidKey();
    const sender = { key, subject: SUBJECT };
    const authorization = await vapidAuthorization(ENDPOINT, sender, inMinutes(60));
    const elsewhere = new URL('https://other.example.org/p/1');
    expect(await verifyVapid(authorization, elsewhere, NOW)).toEqual({ ok: false, refusal: 'for-another-service' });
    expect(await verifyVapid(authorization, ENDPOINT, inMinutes(60))).toEqual({ ok: false, refusal: 'expired' });
    const longer = await vapidAuthorization(ENDPOINT, sender, new Date(NOW.getTime() + DAY + SECOND));
    expect(await verifyVapid(longer, ENDPOINT, NOW)).toEqual({ ok: false, refusal: 'lives-too-long' });
  });

  it('a sender is not believed of another key, nor without a signature', async () => {
    const key = await generateVapidKey();
    const authorization = await vapidAuthorization(ENDPOINT, { key, subject: SUBJECT }, inMinutes(60));
    const other = base64UrlFromBytes((await generateVapidKey()).publicKey);
    const refused = { ok: false, refusal: 'not-authentic' };
    expect(await verifyVapid(authorization.replace(/k=.*/, `k=${other}`), ENDPOINT, NOW)).toEqual(refused);
    expect(await verifyVapid(authorization.replace(/\.[\w-]+,/, '.,'), ENDPOINT, NOW)).toEqual(refused);
    expect(await verifyVapid(authorization.replace(/k=.*/, 'k=AAAA'), ENDPOINT, NOW)).toEqual(refused);
    for (const malformed of ['', 'Bearer abc', 'vapid t=a.b.c', 'vapid k=AAAA'])
      expect(await verifyVapid(malformed, ENDPOINT, NOW)).toEqual({ ok: false, refusal: 'malformed' });
  });
});

function inMinutes(count: number): Date {
  return new Date(NOW.getTime() + count * MINUTE);
}
