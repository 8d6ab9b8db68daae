import 'server-only';
import { services } from '../../composition/compose';
import { utf8 } from '../../../shared/bytes';
import { checkProofs, NO_PROOFS } from '../../../accounts/proofs/check-proofs';
import { perPerson } from '../../../accounts/sign-in/limits';
import type { Permission } from '../../../accounts/users/permission';
import type { SignedIn } from '../../../accounts/sessions/session';
import { requestOrigin } from '../actions/request-trace';
import { checkRoutePermission, secondFactorPath } from '../sessions/signed-in';
import { NO_STORE, uncachedRefusal } from './uncached';

/** Streams text while it is generated, at the reader's pace. A reader that disconnects stops the generation. */
export function streamText(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(utf8(value));
      } catch (error) {
        // The response has begun, so it can only be broken off.
        (await services()).logger.error({ err: error }, 'a response broke off');
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return();
    },
  });
}

/**
 * For routes that read a whole table: the signed-in user with this permission and within the rate limit, or the
 * refusal.
 * @param proofPage where a read that takes a second factor of late sends people who lack it to come back to; null for a
 *   read that takes none
 */
export async function beginLongRead(permission: Permission, proofPage: string | null): Promise<SignedIn | Response> {
  const signedIn = await checkRoutePermission(permission);
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const { accounts, proofs } = await services();
  if (proofPage !== null) {
    const result = await checkProofs(proofs, signedIn, { action: 'decide-as-staff' }, NO_PROOFS, await requestOrigin());
    if (!result.ok)
      return new Response(null, { status: 303, headers: { ...NO_STORE, location: secondFactorPath(proofPage, true) } });
  }
  const usedUp = await accounts.rateLimiter.take([perPerson('long-read', signedIn.user)]);
  return usedUp ? uncachedRefusal(429) : signedIn;
}
