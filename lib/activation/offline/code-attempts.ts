import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { Principal } from '../../accounts/users/principal';
import type { UserKey } from '../../shared/identifiers/user-key';
import { isPending, isRegistered, type Activation, type RegisteredActivation } from '../activation';
import { registrationOf, type CodeRefusal, type OfflineActivation } from '../activation-gateway';
import { findOwnActivation } from '../find-own-activation';
import type { ActivationPorts } from '../activation-ports';
import { refreshActivation } from '../following/refresh-activation';
import { perObject } from '../../accounts/sign-in/limits';
import type { ActivationId } from '../../shared/identifiers/activation-id';

export type CodeEntryRefusal =
  | 'not-found'
  | 'offline-not-offered'
  | 'wrong-device-code'
  | 'wrong-signature'
  | 'over'
  | 'too-many-attempts'
  | 'payload-too-long'
  | 'value-not-representable';

const WRONG = { 'device-code': 'wrong-device-code', signature: 'wrong-signature' } as const;

/**
 * Records a refused code, and asks the gateway whether it ended the activation. An activation that has advanced is
 * returned as it is: another tab, or a request whose answer was lost, had the code accepted.
 */
export async function refuseCode(
  ports: ActivationPorts,
  activation: RegisteredActivation,
  code: keyof typeof WRONG,
  refusal: CodeRefusal,
  origin: RequestOrigin,
): Promise<Result<Activation, CodeEntryRefusal>> {
  const context = ownContext(activation, origin);
  await ports.audit.append({ type: 'activation-code-refused', activationId: activation.id, code, ...context });
  await refreshActivation(ports, activation);
  const now = (await ports.store.find(activation.id, activation.domain)) ?? activation;
  if (now.state === 'active' || (now.state === 'verified' && activation.state !== 'verified')) return accept(now);
  return refuse(refusal === 'over' || !isPending(now) ? 'over' : WRONG[code]);
}

/** The number of wrong codes left for one's own activation; null if it has ended or the gateway does not say. */
export async function codeTriesLeft(
  { gateway, store }: Pick<ActivationPorts, 'gateway' | 'store'>,
  principal: Principal<UserKey>,
  id: ActivationId,
): Promise<number | null> {
  const activation = await findOwnActivation(store, principal, id);
  if (!activation || !isRegistered(activation)) return null;
  return (await gateway.offline?.triesLeft?.(registrationOf(activation))) ?? null;
}

/** Counts an attempt to enter a code, and returns the gateway's offline part. */
export async function admitCode(
  { gateway, rateLimiter }: Pick<ActivationPorts, 'gateway' | 'rateLimiter'>,
  id: ActivationId,
): Promise<Result<OfflineActivation, 'offline-not-offered' | 'too-many-attempts'>> {
  if (!gateway.offline) return refuse('offline-not-offered');
  const usedUp = await rateLimiter.take([perObject('activation-code', id)]);
  return usedUp ? refuse('too-many-attempts') : accept(gateway.offline);
}
