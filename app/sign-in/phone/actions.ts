'use server';

import { headers } from 'next/headers';
import type { PhoneSignInStart } from '@/components/phone-sign-in/phone-sign-in-start';
import { cancelPhoneSignIn } from '@/lib/access/cancel-phone-sign-in';
import { describePhoneSignIn } from '@/lib/access/phone-sign-in-status';
import { startPhoneSignIn } from '@/lib/access/start-phone-sign-in';
import { qrMatrix } from '@/lib/imaging/qr-matrix';
import { svgPaths } from '@/lib/imaging/svg-paths';
import { services } from '@/lib/services';
import { browserSummary } from '@/lib/web/browser-summary';
import { orWhenGatewayFails } from '@/lib/web/or-when-gateway-fails';
import { phoneSignInCookie } from '@/lib/web/phone-sign-in-cookie';
import { requestOrigin } from '@/lib/web/request-origin';

/** Anybody may ask: nobody is signed in here. The image and the number are in this answer only. */
export async function startPhoneSignInAction(): Promise<PhoneSignInStart> {
  const { phoneSignIn } = await services();
  if (!phoneSignIn) return { ok: false, code: 'unreachable' };
  const [previous, origin, sent] = await Promise.all([phoneSignInCookie.read(), requestOrigin(), headers()]);
  const browser = browserSummary(sent.get('user-agent'));
  const started = await orWhenGatewayFails(null, () => startPhoneSignIn(phoneSignIn, previous, browser, origin));
  if (!started) return { ok: false, code: 'unreachable' };
  if (!started.ok) return { ok: false, code: started.refusal };
  const { id, secret, code, number, expiresAt } = started.value;
  await phoneSignInCookie.write(secret);
  const first = { version: 0, state: 'waiting', reason: null, expiresAt } as const;
  const status = describePhoneSignIn(id, first, phoneSignIn.clock.now());
  return { ok: true, status, number, image: svgPaths(qrMatrix(code)) };
}

/** Ends the challenge of this browser, if it has one. */
export async function cancelPhoneSignInAction(): Promise<void> {
  const { phoneSignIn } = await services();
  const secret = await phoneSignInCookie.read();
  if (!phoneSignIn || secret === null) return;
  await orWhenGatewayFails(null, () => cancelPhoneSignIn(phoneSignIn, secret));
  await phoneSignInCookie.clear();
}
