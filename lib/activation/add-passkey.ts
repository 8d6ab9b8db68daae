import { isEnrolledFor, type ProofPorts } from '../accounts/proofs/check-proofs';
import { finishPasskeyRegistration } from '../accounts/passkeys/register-passkey';
import type { SignedIn } from '../accounts/sessions/session';
import { userActor } from '../audit/audit-context';
import type { RequestOrigin } from '../shared/request-origin';
import type { ActivationPorts } from './activation-ports';
import { cancelAs } from './cancel-activation';

/**
 * Adds the passkey that the browser has created. If a password alone binds the first authenticator, this cancels an
 * activation that a password may have started: its image may have been seen by someone else, whose device would become
 * the second one. An activation under an invitation or a recovery code stays.
 * @throws GatewayError if the user's devices cannot be read; nothing is added then
 */
export async function addPasskey(
  { proofs, activation }: { proofs: ProofPorts; activation: ActivationPorts },
  signedIn: SignedIn,
  passkey: { answer: string; name: string },
  origin: RequestOrigin,
): ReturnType<typeof finishPasskeyRegistration> {
  const { user } = signedIn;
  const isFirst = proofs.staff.level === 'standard' && !(await isEnrolledFor(proofs, user, 'add-passkey'));
  const result = await finishPasskeyRegistration(proofs, signedIn, passkey, origin);
  if (!result.ok || !isFirst) return result;
  const pending = await activation.store.findPending(user);
  if (pending && pending.invitationId === null && !pending.isRecovery)
    await cancelAs(activation, pending, userActor(user), origin);
  return result;
}
