import type { UserKey } from '../../shared/identifiers/user-key';
import type { GuessBudgets } from '../../accounts/sign-in/check-password';
import { perPerson } from '../../accounts/sign-in/limits';
import { accept, refuse, type Result } from '../../shared/result';
import type { ActivationGateway } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import type { InvitationId } from '../../shared/identifiers/invitation-id';

/** What a start brings to register with. */
export type StartCredential = { credential?: string | undefined; invitationId?: InvitationId };

export type CredentialRefusal = 'credential-missing' | 'invitation-needs-password' | 'too-many-attempts';

/** Why a start cannot be registered with what was typed; null when it can, as far as is known before asking. */
export function missingCredential(
  { capabilities }: Pick<ActivationGateway, 'capabilities'>,
  { credential, invitationId }: StartCredential,
): 'credential-missing' | 'invitation-needs-password' | null {
  if (capabilities.registersWith === 'nothing' || credential) return null;
  if (invitationId === undefined) return 'credential-missing';
  return capabilities.registersInvited ? null : 'invitation-needs-password';
}

/**
 * The credential to register with, limited by person: the gateway checks it, and tells whether it is right.
 * @returns null where the gateway takes none
 */
export async function takeCredential(
  { gateway, rateLimiter }: Pick<ActivationPorts, 'gateway' | 'rateLimiter'>,
  user: UserKey,
  input: StartCredential,
): Promise<Result<string | null, CredentialRefusal>> {
  const missing = missingCredential(gateway, input);
  if (missing) return refuse(missing);
  if (gateway.capabilities.registersWith === 'nothing' || !input.credential) return accept(null);
  const { lately, inAll } = gatewayPasswordBudgets(user);
  return (await rateLimiter.take([...inAll, ...lately])) ? refuse('too-many-attempts') : accept(input.credential);
}

/** Guesses by somebody who is signed in: nobody else uses them up. */
export function gatewayPasswordBudgets(user: UserKey): GuessBudgets {
  return { lately: [perPerson('gateway-password', user)], inAll: [perPerson('gateway-passwords-a-day', user)] };
}
