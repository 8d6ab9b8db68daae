import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Principal } from '../../accounts/users/principal';
import { checkOfflineMessage } from '../../shared/codes/offline-message-limit';
import { accept, refuse, type Result } from '../../shared/result';
import { verify, type Activation, type Issued, type Ciphertext } from '../activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ActivationPorts } from '../activation-ports';
import { findOwnActivation } from '../find-own-activation';
import { refuseCode, type CodeEntryRefusal, admitCode } from './code-attempts';
import { registrationOf } from '../activation-gateway';
import { nextLook } from '../following/schedule-poll';

/**
 * Enters the device code that the phone shows for the first image of one's own offline activation, which creates the
 * second image. An activation that has advanced is returned as it is.
 * @param deviceCode decimal digits, see `OfflineActivation.addDevice`
 * @throws GatewayError if the gateway fails; the same code can be entered again
 */
export async function enterDeviceCode(
  ports: ActivationPorts,
  principal: Principal<UserKey>,
  id: ActivationId,
  deviceCode: string,
  origin: RequestOrigin,
): Promise<Result<Activation, CodeEntryRefusal>> {
  const activation = await findOwnActivation(ports.store, principal, id);
  if (activation?.activationType !== 'offline') return refuse('not-found');
  if (activation.state !== 'issued') return accept(activation);
  const admitted = await admitCode(ports, id);
  if (!admitted.ok) return admitted;
  const result = await admitted.value.addDevice(registrationOf(activation), deviceCode);
  if (!result.ok) return refuseCode(ports, activation, 'device-code', result.refusal, origin);
  const message = checkOfflineMessage(result.value.activationMessage2);
  if (!message.ok) return message;
  const encryptedPayload = (await ports.encrypter.encrypt(message.value, id)) as Ciphertext;
  return accept(await saveVerified(ports, activation, encryptedPayload, result.value.expiresAt, origin));
}

/** Retries after a conflict with the image's first view. */
async function saveVerified(
  ports: ActivationPorts,
  activation: Issued,
  encryptedPayload: Ciphertext,
  expiresAt: Date,
  origin: RequestOrigin,
): Promise<Activation> {
  const verified = verify(activation, expiresAt, ports.clock.now(), encryptedPayload);
  const event = {
    type: 'device-code-accepted',
    activationId: activation.id,
    ...ownContext(activation, origin),
  } as const;
  const saved = await ports.store.save(verified, [event], nextLook(ports, verified));
  if (saved.ok) return verified;
  const moved = await ports.store.find(activation.id, activation.domain);
  return moved?.state === 'issued'
    ? saveVerified(ports, moved, encryptedPayload, expiresAt, origin)
    : (moved ?? verified);
}
