import 'server-only';
import type { SignedIn } from '../../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import type { StartPrompt } from '../../../activation/start/start-grant';
import { findStartGrant } from '../../../helpdesk/invitations/find-open-invitation';
import { NOTHING_USED_UP, type ProofAsked } from '../../../accounts/proofs/check-proofs';
import { askBeforehand } from './ask-beforehand';

/** What a page that starts activations shows. @property isInvited whether an invitation grants the start */
export async function prepareStart(signedIn: SignedIn): Promise<{ isInvited: boolean; prompt: StartPrompt }> {
  const app = await services();
  const { activation, helpdesk } = app;
  const { capabilities } = activation.gateway;
  const grant = await findStartGrant(helpdesk, signedIn, NOTHING_USED_UP);
  const isInvited = grant.ok && grant.value.by === 'invitation';
  const registersInvited = signedIn.scope.kind === 'invitation' && capabilities.registersInvited;
  const credential = capabilities.registersWith !== 'nothing' && !registersInvited;
  return { isInvited, prompt: { credential, proof: await askBeforehand(signedIn, await startProof(app)) } };
}

/**
 * What starting an activation is to the policy of proofs. A gateway that registers with a credential checks who the user
 * is by itself.
 */
export async function startProof({ activation }: Services): Promise<ProofAsked> {
  const { registersWith } = activation.gateway.capabilities;
  return { action: 'bind-device', given: registersWith === 'nothing' ? [] : ['password'] };
}
