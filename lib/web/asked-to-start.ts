import 'server-only';
import type { SignedIn } from '../access/session';
import { services, type Services } from '../services';
import { isStepUpDueFor } from './is-step-up-due-for';

/** What a form that starts an activation asks for: what the gateway registers with, the password once more, or nothing. */
export type AskedToStart = 'credential' | 'password' | 'nothing';

export async function askedToStart(signedIn: SignedIn): Promise<AskedToStart> {
  const { capabilities } = (await services()).activation.gateway;
  if (capabilities.registersWith === 'nothing') return (await isStepUpDueFor(signedIn)) ? 'password' : 'nothing';
  return signedIn.scope.kind === 'invitation' && capabilities.registersInvited ? 'nothing' : 'credential';
}

/** Whether Tessera has to check the password; a gateway that registers with it does so itself. */
export function stepsUpToStart({ activation }: Services): boolean {
  return activation.gateway.capabilities.registersWith === 'nothing';
}
