import 'server-only';
import type { SignedIn } from '../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import { findOpenInvitation } from '../../helpdesk/invitations/find-open-invitation';
import type { ProofAsked } from './form-action';
import { isStepUpDueFor } from '../sessions/signed-in';

/** What a form that starts an activation asks for: the gateway's credential, the password for step-up, or nothing. */
export type StartPrompt = 'credential' | 'password' | 'nothing';

export async function startPrompt(signedIn: SignedIn): Promise<StartPrompt> {
  const { capabilities } = (await services()).activation.gateway;
  if (capabilities.registersWith === 'nothing') return (await isStepUpDueFor(signedIn)) ? 'password' : 'nothing';
  return signedIn.scope.kind === 'invitation' && capabilities.registersInvited ? 'nothing' : 'credential';
}

/**
 * What starting an activation is to the policy of proofs. A gateway that registers with a credential checks who the user
 * is by itself. An open invitation is a proof in the session that opened it.
 */
export async function startProof({ activation, helpdesk }: Services, { user, session }: SignedIn): Promise<ProofAsked> {
  const { registersWith } = activation.gateway.capabilities;
  const invitation = session.proofs.invitation && (await findOpenInvitation(helpdesk, user));
  return {
    action: 'bind-device',
    given: [
      ...(registersWith === 'nothing' ? [] : (['password'] as const)),
      ...(invitation ? (['invitation'] as const) : []),
    ],
  };
}
