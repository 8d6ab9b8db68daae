import { auditContext, userActor } from '../audit/audit-context';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import type { Principal } from '../accounts/users/principal';
import type { Actor } from '../audit/audit-event';
import { accept, refuse, type Result } from '../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../shared/async/retry-on-conflict';
import { cancel, isPending, isRegistered, type Activation, type PendingActivation } from './activation';
import type { ActivationId } from '../shared/identifiers/activation-id';
import type { ActivationPorts } from './activation-ports';
import { findOwnActivation } from './find-own-activation';
import { GatewayError } from './gateway-error';
import { refreshActivation } from './following/refresh-activation';
import { registrationOf } from './activation-gateway';

/**
 * Cancels one's own pending activation, also at the gateway. One that has ended is returned as it is, even if its
 * device has just been activated.
 */
export async function cancelActivation(
  ports: ActivationPorts,
  principal: Principal<UserKey>,
  id: ActivationId,
  origin: RequestOrigin,
): Promise<Result<Activation, 'not-found'>> {
  const activation = await findOwnActivation(ports.store, principal, id);
  if (!activation) return refuse('not-found');
  return accept(await cancelAs(ports, activation, userActor(principal.user), origin));
}

/**
 * Cancels an activation for `actor`. On a conflict it is read again and cancelled from its new state, because it may
 * just have been registered at the gateway.
 */
export function cancelAs(
  ports: ActivationPorts,
  activation: Activation,
  actor: Actor,
  origin: RequestOrigin,
): Promise<Activation> {
  let current = activation;
  return retryOnConflict(async () => {
    const cancelled = await tryToCancel(ports, current, actor, origin);
    if (cancelled !== CONFLICT) return cancelled;
    const moved = await ports.store.find(current.id, current.domain);
    if (!moved) return current;
    current = moved;
    return CONFLICT;
  });
}

async function tryToCancel(
  ports: ActivationPorts,
  activation: Activation,
  actor: Actor,
  origin: RequestOrigin,
): Promise<Activation | Conflict> {
  const current = isPending(activation) ? await completedMeanwhile(ports, activation) : activation;
  if (!isPending(current)) return current;
  const cancelled = cancel(current, ports.clock.now());
  const saved = await ports.store.save(cancelled, [
    { type: 'activation-cancelled', activationId: current.id, ...auditContext(actor, current, origin) },
  ]);
  return saved.ok ? cancelled : CONFLICT;
}

/**
 * Cancels at the gateway first, which decides the race against a phone that is finishing. If the gateway fails, the
 * registration expires there by itself.
 */
async function completedMeanwhile(ports: ActivationPorts, activation: PendingActivation): Promise<Activation> {
  if (!isRegistered(activation)) return activation;
  try {
    await ports.gateway.cancel(registrationOf(activation));
    const { state } = await ports.gateway.observe(registrationOf(activation));
    return state === 'active' ? await refreshActivation(ports, activation) : activation;
  } catch (error) {
    if (error instanceof GatewayError) return activation;
    throw error;
  }
}
