import type { RequestOrigin } from '../access/access-ports';
import { accept, refuse, type Result } from '../shared/result';
import type { GatewayUser } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationPorts } from './activation-ports';
import { aboutActivation } from './about-activation';
import { findOwnActivation } from './find-own-activation';

/**
 * What the image of one's own activation says, for the one moment it is shown; recorded as a view before it is given.
 * Refused from the moment the phone has scanned it, and when its time is over.
 */
export async function revealPayload(
  ports: ActivationPorts,
  user: GatewayUser,
  id: ActivationId,
  format: 'svg' | 'png',
  origin: RequestOrigin,
): Promise<Result<string, 'not-found' | 'not-shown'>> {
  const activation = await findOwnActivation(ports.store, user, id);
  if (!activation) return refuse('not-found');
  if (activation.state !== 'issued' || ports.clock.now() >= activation.expiresAt) return refuse('not-shown');
  const actor = { kind: 'user', userId: user.userId } as const;
  await ports.audit.append({
    type: 'image-viewed',
    activationId: id,
    format,
    ...aboutActivation(activation, actor, origin),
  });
  return accept(await ports.sealer.open(activation.sealedPayload, id));
}
