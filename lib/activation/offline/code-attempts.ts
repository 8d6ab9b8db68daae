import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { isPending, type Activation, type RegisteredActivation } from '../activation';
import type { CodeRefusal, OfflineActivation } from '../activation-gateway';
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
 * Records a refused code, and asks the gateway whether it ended the activation. An activation that is further along is
 * returned as it is: another tab, or a request whose answer was lost, had the code accepted.
 */
export async function refuseCode(
  ports: ActivationPorts,
  activation: RegisteredActivation,
  code: keyof typeof WRONG,
  refusal: CodeRefusal,
  origin: RequestOrigin,
): Promise<Result<Activation, CodeEntryRefusal>> {
  const about = ownContext(activation, origin);
  await ports.audit.append({ type: 'activation-code-refused', activationId: activation.id, code, ...about });
  await refreshActivation(ports, activation);
  const now = (await ports.store.find(activation.id)) ?? activation;
  if (now.state === 'active' || (now.state === 'verified' && activation.state !== 'verified')) return accept(now);
  return refuse(refusal === 'over' || !isPending(now) ? 'over' : WRONG[code]);
}

/** Counts an attempt to enter a code, and gives access to the gateway's offline part. */
export async function admitCode(
  { gateway, rateLimiter }: Pick<ActivationPorts, 'gateway' | 'rateLimiter'>,
  id: ActivationId,
): Promise<Result<OfflineActivation, 'offline-not-offered' | 'too-many-attempts'>> {
  if (!gateway.offline) return refuse('offline-not-offered');
  const usedUp = await rateLimiter.take([perObject('activation-code', id)]);
  return usedUp ? refuse('too-many-attempts') : accept(gateway.offline);
}
