import { auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import type { AuditEvent } from '../../audit/audit-event';
import { formatActivationPayload, type PayloadRefusal } from '../../shared/codes/activation-payload';
import { DAY } from '../../shared/time/duration';
import { checkOfflineMessage } from '../../shared/codes/offline-message-limit';
import { accept, refuse, type Result } from '../../shared/result';
import { fail, issue, type Activation, type FailureReason, type Requested, type Ciphertext } from '../activation';
import type { ActivationGateway, RegisterRefusal, RegistrationAtGateway } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import { cancelAs } from '../cancel-activation';
import { nextLook } from '../following/schedule-poll';
import { decryptCredential, gatewayPasswordBudgets } from './activation-credentials';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * Registers a request that the caller has leased, or cancels it if the account is frozen: either this sees the freeze,
 * or the freeze sees the request and cancels it.
 * @returns the activation as it is now: `issued`, `failed` if the gateway refused, or any state that another process
 *   moved it to; null if the account is frozen
 * @throws GatewayError if the gateway could not be reached
 */
export async function registerActivation(
  ports: ActivationPorts,
  requested: Requested,
  origin: RequestOrigin,
): Promise<Activation | null> {
  if (await ports.freezes.isFrozen(requested)) {
    await cancelAs(ports, requested, { kind: 'system' }, origin);
    return null;
  }
  const { encryptedCredential: sealed } = requested;
  const credential = sealed && (await decryptCredential(ports.encrypter, requested.id, sealed));
  const register = requested.activationType === 'offline' ? registerOffline : registerOnline;
  const registered = await register(ports.gateway, requested, credential);
  if (!registered.ok) return saveFailure(ports, requested, registered.refusal, origin);
  if (credential !== null) {
    const { lately, inAll } = gatewayPasswordBudgets(requested);
    await ports.rateLimiter.reset(lately);
    await ports.rateLimiter.giveBack(inAll);
  }
  return saveIssued(ports, requested, registered.value, origin);
}

/** A registration, and the payload for its image. */
type Registration = {
  registration: RegistrationAtGateway & { expiresAt: Date };
  payload: Result<string, PayloadRefusal>;
};

async function registerOnline(
  gateway: ActivationGateway,
  { userId, domain, id }: Requested,
  credential: string | null,
): Promise<Result<Registration, RegisterRefusal>> {
  const registered = await gateway.register({ userId, domain }, id, credential);
  if (!registered.ok) return registered;
  const { gatewayId } = gateway.capabilities;
  const named = { ...registered.value, ...(gatewayId === null ? {} : { gatewayId }) };
  return accept({ registration: registered.value, payload: formatActivationPayload(named) });
}

async function registerOffline(
  { offline }: ActivationGateway,
  { userId, domain, id }: Requested,
  credential: string | null,
): Promise<Result<Registration, RegisterRefusal>> {
  if (!offline) return refuse('refused-by-gateway');
  const registered = await offline.register({ userId, domain }, id, credential);
  if (!registered.ok) return registered;
  return accept({ registration: registered.value, payload: checkOfflineMessage(registered.value.activationMessage1) });
}

async function saveIssued(
  ports: ActivationPorts,
  requested: Requested,
  { registration, payload }: Registration,
  origin: RequestOrigin,
): Promise<Activation> {
  if (!payload.ok) {
    await ports.gateway.cancel(registration);
    return saveFailure(ports, requested, payload.refusal, origin);
  }
  const { registrationIdentifier, userId, domain, baseline: gatewayBaseline, expiresAt } = registration;
  const encryptedPayload = (await ports.encrypter.encrypt(payload.value, requested.id)) as Ciphertext;
  const gatewayUser = { userId, domain };
  const atGateway = { registrationIdentifier, gatewayUser, gatewayBaseline, encryptedPayload, expiresAt };
  const issued = issue(requested, atGateway, ports.clock.now());
  const context = auditContext({ kind: 'system' }, issued, origin);
  const event = { type: 'activation-issued', activationId: issued.id, ...context } as const;
  const saved = await ports.store.save(issued, [event], nextLook(ports, issued));
  if (saved.ok) return issued;
  await ports.gateway.cancel(registration);
  return (await ports.store.find(requested.id, requested.domain)) ?? requested;
}

async function saveFailure(
  ports: ActivationPorts,
  requested: Requested,
  reason: FailureReason,
  origin: RequestOrigin,
): Promise<Activation> {
  const failed = fail(requested, reason, ports.clock.now());
  const event: AuditEvent = {
    type: 'activation-failed',
    activationId: failed.id,
    reason,
    ...auditContext({ kind: 'system' }, failed, origin),
  };
  const saved = await ports.store.save(failed, [event]);
  return saved.ok ? failed : ((await ports.store.find(requested.id, requested.domain)) ?? failed);
}

export type StartsLeft = {
  left: number;
  /** When the next start is possible; null if one is left. */
  nextAt: Date | null;
};

/** How many starts a user has left; the limit is for any 24 hours. */
export async function startsLeft(
  { store, clock, settings }: Pick<ActivationPorts, 'store' | 'clock' | 'settings'>,
  user: UserKey,
): Promise<StartsLeft> {
  const aDayAgo = new Date(clock.now().getTime() - DAY);
  const left = Math.max(0, settings.startsPerDay - (await store.countStarts(user, aDayAgo)));
  if (left > 0) return { left, nextAt: null };
  const oldest = await store.oldestStart(user, aDayAgo);
  return { left, nextAt: oldest && new Date(oldest.getTime() + DAY) };
}
