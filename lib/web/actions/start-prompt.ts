import 'server-only';
import type { SignedIn } from '../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import type { ProofAsked } from '../../accounts/proofs/check-proofs';
import { isStepUpDueFor } from '../sessions/signed-in';

/** What a form that starts an activation asks for: the gateway's credential, the password for step-up, or nothing. */
export type StartPrompt = 'credential' | 'password' | 'nothing';

export async function startPrompt(signedIn: SignedIn): Promise<StartPrompt> {
  const { activation, proofs } = await services();
  const { capabilities } = activation.gateway;
  if (capabilities.registersWith === 'nothing') {
    if (!(await isStepUpDueFor(signedIn)) || (await proofs.heldInvitations.isHeldBy(signedIn))) return 'nothing';
    return 'password';
  }
  return signedIn.scope.kind === 'invitation' && capabilities.registersInvited ? 'nothing' : 'credential';
}

/**
 * What starting an activation is to the policy of proofs. A gateway that registers with a credential checks who the user
 * is by itself.
 */
export async function startProof({ activation }: Services): Promise<ProofAsked> {
  const { registersWith } = activation.gateway.capabilities;
  return { action: 'bind-device', given: registersWith === 'nothing' ? [] : ['password'] };
}
