import 'server-only';
import type { SignedIn } from '../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import type { StartPrompt } from '../../activation/start/start-grant';
import { findStartGrant } from '../../invitations/find-open-invitation';
import { NOTHING_USED_UP, type ProofAsked } from '../../accounts/proofs/check-proofs';
import { isStepUpDueFor } from '../sessions/signed-in';

/** What a page that starts activations shows. @property isInvited whether an invitation grants the start */
export async function prepareStart(signedIn: SignedIn): Promise<{ isInvited: boolean; prompt: StartPrompt }> {
  const { activation, helpdesk } = await services();
  const { capabilities } = activation.gateway;
  const grant = await findStartGrant(helpdesk, signedIn, NOTHING_USED_UP);
  const isInvited = grant.ok && grant.value.by === 'invitation';
  if (capabilities.registersWith === 'nothing')
    return { isInvited, prompt: isInvited || !(await isStepUpDueFor(signedIn)) ? 'nothing' : 'password' };
  const registersInvited = signedIn.scope.kind === 'invitation' && capabilities.registersInvited;
  return { isInvited, prompt: registersInvited ? 'nothing' : 'credential' };
}

/**
 * What starting an activation is to the policy of proofs. A gateway that registers with a credential checks who the user
 * is by itself.
 */
export async function startProof({ activation }: Services): Promise<ProofAsked> {
  const { registersWith } = activation.gateway.capabilities;
  return { action: 'bind-device', given: registersWith === 'nothing' ? [] : ['password'] };
}
