import { auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import type { AuditEvent } from '../../audit/audit-event';
import { formatActivationPayload, type PayloadRefusal } from '../../shared/codes/activation-payload';
import { DAY } from '../../shared/time/duration';
import { checkOfflineMessage } from '../../shared/codes/offline-message-limit';
import { accept, refuse, type Result } from '../../shared/result';
import {
  allowAnotherTry,
  fail,
  issue,
  takeBackTry,
  trySending,
  type Activation,
  type Ciphertext,
  type FailureReason,
  type Requested,
} from '../activation';
import { GatewayError } from '../gateway-error';
import type { ActivationGateway, RegisterRefusal, RegistrationAtGateway } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import { cancelAs } from '../cancel-activation';
import { nextLook } from '../following/schedule-poll';
import { decryptCredential, gatewayPasswordBudgets } from './activation-credentials';
import type { UserKey } from '../../shared/identifiers/user-key';

/** Of one press, where nothing was answered and the gateway shows nothing of the first. */
const MAXIMUM_TRIES = 2;

/**
 * Goes on with a request that the caller has leased and that an earlier try has left. A try whose outcome nobody recorded
 * died with its process, and may have reached the gateway.
 * @returns and throws as `registerActivation`
 */
export async function resumeRegistration(
  ports: ActivationPorts,
  requested: Requested,
  origin: RequestOrigin,
): Promise<Activation | null> {
  if (ports.gateway.capabilities.registersAgain === 'freely') return registerActivation(ports, requested, origin);
  if (requested.isSent) return settleUnknown(ports, requested, { isAnswered: false, reason: 'no answer' }, origin);
  const tried = trySending(requested);
  const saved = await ports.store.save(tried, []);
  return saved.ok ? registerActivation(ports, tried, origin) : currentOf(ports, requested);
}

/**
 * Registers a request that the caller has leased, and whose try is recorded, or cancels it if the account is frozen:
 * either this sees the freeze, or the freeze sees the request and cancels it.
 * @returns the activation as it is now: `issued`, `failed` if the gateway refused or its answer is lost, `requested` if
 *   one more try is allowed, or any state that another process moved it to; null if the account is frozen
 * @throws GatewayError if the gateway could not be reached; it is tried again
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
  const registered = await register(ports.gateway, requested, credential).catch((error: unknown) =>
    error instanceof GatewayError ? error : Promise.reject(error),
  );
  if (registered instanceof GatewayError) return settleFailure(ports, requested, registered, origin);
  if (!registered.ok) return saveFailure(ports, requested, registered.refusal, origin);
  if (credential !== null) {
    const { lately, inAll } = gatewayPasswordBudgets(requested);
    await ports.rateLimiter.reset(lately);
    await ports.rateLimiter.giveBack(inAll);
  }
  return saveIssued(ports, requested, registered.value, origin);
}

/** @throws GatewayError as `registerActivation` */
async function settleFailure(
  ports: ActivationPorts,
  requested: Requested,
  error: GatewayError,
  origin: RequestOrigin,
): Promise<Activation> {
  if (ports.gateway.capabilities.registersAgain === 'freely') throw error;
  const reason = error.reason ?? error.code;
  switch (error.outcome) {
    case 'not-sent':
      await ports.store.save(takeBackTry(requested), []);
      throw error;
    case 'unknown': {
      const isAnswered = error.code !== 'timeout' && error.code !== 'unreachable';
      return settleUnknown(ports, requested, { isAnswered, reason }, origin);
    }
    case 'final':
      return saveFailure(ports, requested, 'gateway-failed', origin, reason);
  }
}

/**
 * A registration may have been carried out. One that carried a password or one-time password is never sent again by itself:
 * the gateway may count it as one more login. Nor is one that cannot be read back.
 * @throws GatewayError if it cannot be read back now; it is tried again
 */
async function settleUnknown(
  ports: ActivationPorts,
  requested: Requested,
  { isAnswered, reason }: { isAnswered: boolean; reason: string },
  origin: RequestOrigin,
): Promise<Activation> {
  const { userId, domain, encryptedCredential, tries } = requested;
  const mayRepeat = !isAnswered && encryptedCredential === null && tries < MAXIMUM_TRIES;
  const isThere = !mayRepeat || ((await ports.gateway.hasRegistration?.({ userId, domain })) ?? true);
  if (isThere) return saveFailure(ports, requested, 'answer-lost', origin, reason);
  const allowed = allowAnotherTry(requested);
  const context = auditContext({ kind: 'system' }, requested, origin);
  const about = { activationId: requested.id, tries, gatewayReason: reason };
  const saved = await ports.store.save(allowed, [{ type: 'registration-repeated', ...about, ...context }]);
  return saved.ok ? allowed : currentOf(ports, requested);
}

async function currentOf({ store }: ActivationPorts, requested: Requested): Promise<Activation> {
  return (await store.find(requested.id, requested.domain)) ?? requested;
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
  return currentOf(ports, requested);
}

async function saveFailure(
  ports: ActivationPorts,
  requested: Requested,
  reason: FailureReason,
  origin: RequestOrigin,
  gatewayReason?: string,
): Promise<Activation> {
  const failed = fail(requested, reason, ports.clock.now());
  const about = { activationId: failed.id, ...auditContext({ kind: 'system' }, failed, origin) };
  const events: AuditEvent[] = [{ type: 'activation-failed', reason, ...about }];
  if (gatewayReason !== undefined)
    events.push({ type: 'registration-failed', tries: failed.tries, reason, gatewayReason, ...about });
  const saved = await ports.store.save(failed, events);
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
