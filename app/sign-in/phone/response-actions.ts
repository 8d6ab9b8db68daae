'use server';

import { headers } from 'next/headers';
import type { ShownResponse, TypedAnswer } from '@/components/site/phone-sign-in/typed-response';
import { RendererError } from '@/lib/wire/image/image-renderer';
import type { ConfirmedPurpose, TypedChallenge } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { answerTypedConfirmation, startTypedConfirmation } from '@/lib/accounts/phone-sign-in/typed-confirmation';
import { answerTypedSignIn, startTypedSignIn } from '@/lib/accounts/phone-sign-in/typed-sign-in';
import { may } from '@/lib/accounts/users/permission';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import { parsePhoneConfirmationKey } from '@/lib/shared/identifiers/phone-confirmation-id';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { browserSummary } from '@/lib/server/web/sessions/browser-summary';
import { phoneSignInCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { findKnownBrowser } from '@/lib/server/web/sessions/known-browser-cookie';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';

/** Far longer than any response, with spaces. */
const MAXIMUM_RESPONSE_LENGTH = 64;

/** Needs no session. The answer does not reveal whether the typed user has a device. */
export async function showSignInImageAction(typedUserId: unknown): Promise<ShownResponse> {
  // Our own form never sends this.
  if (typeof typedUserId !== 'string' || typedUserId.length > MAXIMUM_USER_ID_LENGTH)
    return { ok: false, code: 'unreachable' };
  const app = await services();
  const { phoneSignIn } = app;
  if (!phoneSignIn) return { ok: false, code: 'unreachable' };
  const [previous, knownBrowser, origin, browser] = await Promise.all([
    phoneSignInCookie.read(),
    findKnownBrowser(app, typedUserId),
    requestOrigin(),
    summaryOfBrowser(),
  ]);
  const asking = { typedUserId, previous, browser, knownBrowser };
  const started = await withGatewayFallback(null, () => startTypedSignIn(phoneSignIn, asking, origin));
  if (!started?.ok)
    return { ok: false, code: started?.refusal === 'too-many-attempts' ? started.refusal : 'unreachable' };
  await phoneSignInCookie.write(started.value.secret);
  return shown('', started.value);
}

/** Needs no session, but the browser's secret. */
export async function answerSignInAction(_key: string, typed: unknown, typedUserId: unknown): Promise<TypedAnswer> {
  const app = await services();
  const { phoneSignIn } = app;
  const secret = await phoneSignInCookie.read();
  if (!phoneSignIn || secret === null) return 'over';
  const browser = await findKnownBrowser(app, typeof typedUserId === 'string' ? typedUserId : null);
  const origin = await requestOrigin();
  const answer = { secret, browser, typed: textOf(typed) };
  const answered = await withGatewayFallback(null, () => answerTypedSignIn(phoneSignIn, answer, origin));
  if (!answered) return 'unreachable';
  return answered.ok ? 'approved' : answered.refusal;
}

/** Only this response carries the image. */
export async function showConfirmationImageAction(purpose: ConfirmedPurpose): Promise<ShownResponse> {
  const { phoneSignIn } = await services();
  const visitor = await getVisitor();
  if (!phoneSignIn || !visitor || !may(visitor, 'profile:change')) return { ok: false, code: 'signed-out' };
  const asking = {
    purpose: purpose === 'bind-device' ? purpose : ('step-up' as const),
    browser: await summaryOfBrowser(),
  };
  const origin = await requestOrigin();
  const started = await withGatewayFallback(null, () => startTypedConfirmation(phoneSignIn, visitor, asking, origin));
  if (!started?.ok)
    return { ok: false, code: started?.refusal === 'too-many-attempts' ? started.refusal : 'unreachable' };
  return shown(started.value.key, started.value);
}

/** @param typedKey of the session's own challenge */
export async function answerConfirmationAction(typedKey: unknown, typed: unknown): Promise<TypedAnswer> {
  const key = parsePhoneConfirmationKey(typedKey);
  const { phoneSignIn } = await services();
  const visitor = await getVisitor();
  if (!phoneSignIn || !visitor || !may(visitor, 'profile:change')) return 'signed-out';
  if (!key) return 'over';
  const answer = { key, typed: textOf(typed) };
  const answered = await withGatewayFallback(null, () => answerTypedConfirmation(phoneSignIn, visitor, answer));
  if (!answered) return 'unreachable';
  return answered.ok ? 'approved' : answered.refusal;
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed.slice(0, MAXIMUM_RESPONSE_LENGTH) : '';
}

async function summaryOfBrowser(): Promise<string> {
  return browserSummary((await headers()).get('user-agent'));
}

/** Painted as Cronto, which the vendor's devices read, or else as a colour code. */
async function shown(key: string, { message, expiresAt }: TypedChallenge): Promise<ShownResponse> {
  const { imageRenderers, accounts, logger } = await services();
  const { cronto, colour } = imageRenderers;
  try {
    const png = await (cronto ?? colour).render(message, null).catch((error: unknown) => {
      if (!(error instanceof RendererError)) throw error;
      logger.warn({ err: error }, 'an image for a device could not be painted as Cronto');
      return colour.render(message, null);
    });
    const image = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const serverTime = accounts.clock.now().toISOString();
    return { ok: true, key, image, expiresAt: expiresAt.toISOString(), serverTime };
  } catch (error) {
    if (!(error instanceof RendererError)) throw error;
    return { ok: false, code: 'unreachable' };
  }
}
