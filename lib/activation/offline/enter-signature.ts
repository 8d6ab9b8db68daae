import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import type { Activation } from '../activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ActivationPorts } from '../activation-ports';
import { findOwnActivation } from '../find-own-activation';
import { applyObservation } from '../following/refresh-activation';
import { refuseCode, type CodeEntryRefusal, admitCode } from './code-attempts';
import { registrationOf } from '../activation-gateway';

/**
 * Enters the signature that the phone shows for the second image of one's own offline activation, which completes it.
 * An activation that has ended is returned as it is.
 * @param signature decimal digits, see `OfflineActivation.activate`
 * @throws GatewayError if the gateway fails; the same signature can be entered again
 */
export async function enterSignature(
  ports: ActivationPorts,
  principal: Principal<UserKey>,
  id: ActivationId,
  signature: string,
  origin: RequestOrigin,
): Promise<Result<Activation, CodeEntryRefusal>> {
  const activation = await findOwnActivation(ports.store, principal, id);
  if (activation?.activationType !== 'offline') return refuse('not-found');
  if (activation.state !== 'verified') return accept(activation);
  const admitted = await admitCode(ports, id);
  if (!admitted.ok) return admitted;
  const activated = await admitted.value.activate(registrationOf(activation), signature);
  if (!activated.ok) return refuseCode(ports, activation, 'signature', activated.refusal, origin);
  return accept(
    await applyObservation(ports, activation, {
      state: 'active',
      reached: { active: ports.clock.now() },
      expiresAt: null,
      instanceId: activated.value.instanceId,
      mosaic: null,
      reason: null,
    }),
  );
}
