'use server';

import { headers } from 'next/headers';
import type { PhoneSignInEnding } from '@/components/site/phone-sign-in/ended-words';
import type { PhoneSignInStart, PhoneSignInWay } from '@/components/site/phone-sign-in/phone-sign-in-start';
import { requestConfirmation, cancelConfirmation } from '@/lib/accounts/phone-sign-in/request-confirmation';
import { finishConfirmation } from '@/lib/accounts/phone-sign-in/finish-confirmation';
import { describePhoneSignIn } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import type { ConfirmedPurpose } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { may } from '@/lib/accounts/users/permission';
import { findOwnAuthenticator } from '@/lib/devices/find-own-authenticator';
import { services } from '@/lib/server/composition/compose';
import { parsePhoneConfirmationKey } from '@/lib/shared/identifiers/phone-confirmation-id';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { browserSummary } from '@/lib/server/web/sessions/browser-summary';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';
import { signInImage } from './sign-in-image';

/** Whoever may confirm their own session with a phone; null without a session, or where phones cannot be asked. */
async function asker() {
  const { phoneSignIn } = await services();
  const visitor = await getVisitor();
  return phoneSignIn && visitor && may(visitor, 'profile:change') ? { phoneSignIn, visitor } : null;
}

/** Only this response carries the image and the number. What a browser sends is not what the types say. */
export async function askConfirmationAction(
  way: PhoneSignInWay,
  purpose: ConfirmedPurpose,
  password: string,
): Promise<PhoneSignInStart> {
  const current = await asker();
  if (!current) return { ok: false, code: 'signed-out' };
  const { phoneSignIn, visitor } = current;
  const asking = {
    way: way === 'image' ? way : 'message',
    purpose: purpose === 'bind-device' ? purpose : 'step-up',
    browser: browserSummary((await headers()).get('user-agent')),
    password: typeof password === 'string' ? password.slice(0, MAXIMUM_PASSWORD_LENGTH) : '',
  } as const;
  const origin = await requestOrigin();
  const result = await withGatewayFallback(null, () => requestConfirmation(phoneSignIn, visitor, asking, origin));
  if (!result) return { ok: false, code: 'unreachable' };
  if (!result.ok) return { ok: false, code: result.refusal };
  const { key, image: shown, number, expiresAt } = result.value;
  const first = { version: 0, state: 'waiting', reason: null, expiresAt } as const;
  const status = describePhoneSignIn(key, first, phoneSignIn.clock.now());
  const image = shown && (await signInImage(await services(), shown.code));
  if (shown && !image) return { ok: false, code: 'unreachable' };
  return { ok: true, status, number, image, typedKey: shown?.typedKey ?? null };
}

/** Counts the approval for this session. @returns the name of the device that gave it, or why it does not count */
export async function finishConfirmationAction(
  typedKey: unknown,
): Promise<{ confirmedBy: string } | PhoneSignInEnding> {
  const key = parsePhoneConfirmationKey(typedKey);
  const current = await asker();
  if (!current) return 'signed-out';
  if (!key) return 'not-finished';
  const { phoneSignIn, visitor } = current;
  const { directory } = (await services()).devices;
  const origin = await requestOrigin();
  const finished = await withGatewayFallback(null, () => finishConfirmation(phoneSignIn, visitor, key, origin));
  if (!finished) return 'unreachable';
  if (finished.ok) {
    const { instanceId } = finished.value;
    const device = await withGatewayFallback(null, () => findOwnAuthenticator(directory, visitor.user, instanceId));
    return { confirmedBy: device?.name ?? instanceId };
  }
  return finished.refusal === 'not-approved' ? 'not-finished' : finished.refusal;
}

export async function cancelConfirmationAction(typedKey: unknown): Promise<void> {
  const key = parsePhoneConfirmationKey(typedKey);
  const current = await asker();
  if (key && current)
    await withGatewayFallback(null, () => cancelConfirmation(current.phoneSignIn, current.visitor, key));
}
