'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import type { PhoneSignInStart, SignInHereStart } from '@/components/site/phone-sign-in/phone-sign-in-start';
import type { RequestOrigin } from '@/lib/shared/request-origin';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import { describePhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import type { OpenedPhoneSignIn } from '@/lib/accounts/phone-sign-in/open-phone-sign-in';
import type { SentPhoneChallenge, ShownToPhone } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { sendPhoneSignIn } from '@/lib/accounts/phone-sign-in/send-phone-sign-in';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import {
  startPhoneSignIn,
  type AskingPhone,
  cancelPhoneSignIn,
} from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { encodeImageSignature } from '@/lib/wire/image/colour/image-signature';
import { base64UrlFromBytes } from '@/lib/shared/bytes';
import { formatSignInHereLink, signedSignInText } from '@/lib/shared/codes/sign-in-here-link';
import { signatureOrNull } from '@/lib/server/web/answers/reveal-own-image';
import { MAXIMUM_USER_ID_LENGTH, shortUserId } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import type { Result } from '@/lib/shared/result';
import { browserSummary } from '@/lib/server/web/sessions/browser-summary';
import { findKnownBrowser } from '@/lib/server/web/sessions/known-browser-cookie';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { phoneSignInCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { signInImage } from './sign-in-image';

/** Needs no session. Only this response carries the image and the number. */
export async function startPhoneSignInAction(): Promise<PhoneSignInStart> {
  return begin(
    null,
    (ports, asking, origin) => startPhoneSignIn(ports, asking, origin),
    (started) => started,
  );
}

const typedSchema = z.object({
  userId: z.string().max(MAXIMUM_USER_ID_LENGTH),
  password: z.string().max(MAXIMUM_PASSWORD_LENGTH),
});

/** Needs no session. The answer does not reveal whether the typed user has a phone. */
export async function sendPhoneSignInAction(way: unknown, typed: unknown): Promise<PhoneSignInStart> {
  const parsed = typedSchema.safeParse(typed);
  // Our own forms never send this.
  if (!parsed.success) return { ok: false, code: 'unreachable' };
  const { userId: typedUserId, password: typedPassword } = parsed.data;
  const about = { typedUserId, typedPassword, way: way === 'image' ? 'image' : 'message' } as const;
  return begin(
    typedUserId,
    (ports, asking, origin) => sendPhoneSignIn(ports, { ...asking, ...about }, origin),
    ({ image }) => image,
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

/**
 * Needs no session. Begins a sign-in that only the app in this very browser may approve, and returns the link that hands it
 * over. @param userId of the account that the app is to take
 */
export async function startSignInHereAction(userId: unknown): Promise<SignInHereStart> {
  // Our own page never sends this.
  if (typeof userId !== 'string' || userId.length > MAXIMUM_USER_ID_LENGTH) return { ok: false, code: 'unreachable' };
  const begun = await open(null, (ports, asking, origin) =>
    startPhoneSignIn(ports, { ...asking, isHere: true }, origin),
  );
  if (!begun.ok) return begun;
  const { id, number, code } = begun.value;
  const app = await services();
  const signIn = { id, number, code };
  const signed = { payload: signedSignInText(signIn), issuedAt: app.accounts.clock.now() };
  const signature = await signatureOrNull(app, signed);
  // The app answers no link that it cannot verify.
  if (!signature) return { ok: false, code: 'unreachable' };
  const encoded = base64UrlFromBytes(encodeImageSignature(signature));
  return { ok: true, link: formatSignInHereLink({ ...signIn, signature: encoded, userId: shortUserId(userId) }) };
}

async function begin<Begun extends SentPhoneChallenge & OpenedPhoneSignIn>(
  typedUserId: string | null,
  ask: Ask<Begun>,
  shownOf: (opening: Begun) => ShownToPhone | null,
): Promise<PhoneSignInStart> {
  const begun = await open(typedUserId, ask);
  if (!begun.ok) return begun;
  const { id, number, expiresAt } = begun.value;
  const app = await services();
  const shown = shownOf(begun.value);
  const image = shown && (await signInImage(app, shown.code));
  if (shown && !image) return { ok: false, code: 'unreachable' };
  const first = { version: 0, state: 'waiting', reason: null, expiresAt } as const;
  const status = describePhoneSignIn(id, first, app.accounts.clock.now());
  return { ok: true, status, number, image, typedKey: shown?.typedKey ?? null };
}

type Ask<Begun> = (
  ports: PhoneSignInPorts,
  asking: AskingPhone,
  origin: RequestOrigin,
) => Promise<Result<Begun, 'too-many-attempts' | 'no-image'>>;

/** @param typedUserId whose phones get the challenge; null when it is in an image or a link */
async function open<Begun extends SentPhoneChallenge & OpenedPhoneSignIn>(
  typedUserId: string | null,
  ask: Ask<Begun>,
): Promise<{ ok: true; value: Begun } | { ok: false; code: 'too-many-attempts' | 'unreachable' }> {
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
  // A page that offers no image asks for none.
  if (!result || (!result.ok && result.refusal === 'no-image')) return { ok: false, code: 'unreachable' };
  if (!result.ok) return { ok: false, code: 'too-many-attempts' };
  await phoneSignInCookie.write(result.value.secret);
  return result;
}
