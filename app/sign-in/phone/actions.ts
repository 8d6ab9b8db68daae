'use server';

import { headers } from 'next/headers';
import type { PhoneSignInStart, ShownPhoneSignIn } from '@/components/phone-sign-in/phone-sign-in-start';
import type { RequestOrigin } from '@/lib/shared/request-origin';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import { describePhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import { sendPhoneSignIn, type SentPhoneSignIn } from '@/lib/accounts/phone-sign-in/send-phone-sign-in';
import {
  startPhoneSignIn,
  type AskingPhone,
  cancelPhoneSignIn,
} from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { qrMatrix } from '@/lib/image/qr-matrix';
import { svgPaths } from '@/lib/image/svg-paths';
import { services } from '@/lib/composition/compose';
import type { Result } from '@/lib/shared/result';
import { browserSummary } from '@/lib/web/sessions/browser-summary';
import { findKnownBrowser } from '@/lib/web/sessions/known-browser-cookie';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { phoneSignInCookie } from '@/lib/web/sessions/browser-secret-cookie';
import { requestOrigin } from '@/lib/web/actions/request-trace';

/** Needs no session. Only this response carries the image and the number. */
export async function startPhoneSignInAction(): Promise<PhoneSignInStart> {
  return begin(
    null,
    (ports, asking, origin) => startPhoneSignIn(ports, asking, origin),
    ({ code }) => svgPaths(qrMatrix(code)),
  );
}

/** Needs no session. The answer does not reveal whether the typed user has a phone. */
export async function sendPhoneSignInAction(typedUserId: unknown): Promise<PhoneSignInStart> {
  // Our own forms never send this.
  if (typeof typedUserId !== 'string' || typedUserId.length > MAXIMUM_USER_ID_LENGTH)
    return { ok: false, code: 'unreachable' };
  return begin(
    typedUserId,
    (ports, asking, origin) => sendPhoneSignIn(ports, { ...asking, typedUserId }, origin),
    () => null,
  );
}

/** Cancels this browser's pending challenge, if any. */
export async function cancelPhoneSignInAction(): Promise<void> {
  const { phoneSignIn } = await services();
  const secret = await phoneSignInCookie.read();
  if (!phoneSignIn || secret === null) return;
  await withGatewayFallback(null, () => cancelPhoneSignIn(phoneSignIn, secret));
  await phoneSignInCookie.clear();
}

/** @param typedUserId whose phones get the challenge; null when it is in an image */
async function begin<Begun extends SentPhoneSignIn>(
  typedUserId: string | null,
  ask: (
    ports: PhoneSignInPorts,
    asking: AskingPhone,
    origin: RequestOrigin,
  ) => Promise<Result<Begun, 'too-many-attempts'>>,
  imageOf: (opening: Begun) => ShownPhoneSignIn['image'],
): Promise<PhoneSignInStart> {
  const app = await services();
  const { phoneSignIn } = app;
  if (!phoneSignIn) return { ok: false, code: 'unreachable' };
  const [previous, knownBrowser, origin, headersSent] = await Promise.all([
    phoneSignInCookie.read(),
    findKnownBrowser(app, typedUserId),
    requestOrigin(),
    headers(),
  ]);
  const asking = { previous, browser: browserSummary(headersSent.get('user-agent')), knownBrowser };
  const result = await withGatewayFallback(null, () => ask(phoneSignIn, asking, origin));
  if (!result) return { ok: false, code: 'unreachable' };
  if (!result.ok) return { ok: false, code: result.refusal };
  const { id, secret, number, expiresAt } = result.value;
  await phoneSignInCookie.write(secret);
  const first = { version: 0, state: 'waiting', reason: null, expiresAt } as const;
  const status = describePhoneSignIn(id, first, phoneSignIn.clock.now());
  return { ok: true, status, number, image: imageOf(result.value) };
}
