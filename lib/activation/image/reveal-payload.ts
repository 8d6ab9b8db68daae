import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../../shared/async/retry-on-conflict';
import { isRegistered, show, shownPayload, type ActivationType } from '../activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ActivationPorts } from '../activation-ports';
import { findOwnActivation } from '../find-own-activation';
import { nextLook } from '../following/schedule-poll';

export type RevealedImage = {
  payload: string;
  activationType: ActivationType;
  registrationIdentifier: string;
  issuedAt: Date;
};

/**
 * Decrypts the payload of one's own image, to show it once. Each view is recorded first, and the first view is a move
 * of the activation. An offline activation has a second image after the device code. Refused once the phone has scanned
 * the image or the activation is overdue.
 */
export function revealPayload(
  ports: ActivationPorts,
  principal: Principal<UserKey>,
  id: ActivationId,
  format: 'svg' | 'png',
  origin: RequestOrigin,
): Promise<Result<RevealedImage, 'not-found' | 'not-shown'>> {
  return retryOnConflict(() => tryToReveal(ports, principal, id, format, origin));
}

async function tryToReveal(
  ports: ActivationPorts,
  principal: Principal<UserKey>,
  id: ActivationId,
  format: 'svg' | 'png',
  origin: RequestOrigin,
): Promise<Result<RevealedImage, 'not-found' | 'not-shown'> | Conflict> {
  const activation = await findOwnActivation(ports.store, principal, id);
  if (!activation) return refuse('not-found');
  const now = ports.clock.now();
  const sealed = shownPayload(activation);
  if (!isRegistered(activation) || sealed === null || now >= activation.expiresAt) return refuse('not-shown');
  const event = {
    type: 'image-viewed',
    activationId: id,
    format,
    ...ownContext(principal.user, origin),
  } as const;
  if (activation.state !== 'issued' || activation.reached.shown) await ports.audit.append(event);
  else {
    const issued = show(activation, now);
    const saved = await ports.store.save(issued, [event], nextLook(ports, issued));
    // The phone or another tab was faster, so check again whether the image may be shown.
    if (!saved.ok) return CONFLICT;
  }
  const payload = await ports.encrypter.decrypt(sealed, id);
  const { activationType, registrationIdentifier, reached, requestedAt } = activation;
  const issuedAt = reached.verified ?? reached.issued ?? requestedAt;
  return accept({ payload, activationType, registrationIdentifier, issuedAt });
}
