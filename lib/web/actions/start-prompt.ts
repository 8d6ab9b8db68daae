import 'server-only';
import type { SignedIn } from '../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import { isStepUpDueFor } from '../sessions/signed-in';

/** What a form that starts an activation asks for: the gateway's credential, the password for step-up, or nothing. */
export type StartPrompt = 'credential' | 'password' | 'nothing';

export async function startPrompt(signedIn: SignedIn): Promise<StartPrompt> {
  const { capabilities } = (await services()).activation.gateway;
  if (capabilities.registersWith === 'nothing') return (await isStepUpDueFor(signedIn)) ? 'password' : 'nothing';
  return signedIn.scope.kind === 'invitation' && capabilities.registersInvited ? 'nothing' : 'credential';
}

/** Whether Tessera checks the password; a gateway that registers with it does so itself. */
export function needsStepUpToStart({ activation }: Services): boolean {
  return activation.gateway.capabilities.registersWith === 'nothing';
}
