import { ownContext, userActor } from '../../audit/audit-context';
import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import { perObject, perPerson } from '../../accounts/sign-in/limits';
import type { RequestOrigin, RequestTrace } from '../../shared/request-origin';
import { formatActivationPayload, type PayloadRefusal } from '../../shared/codes/activation-payload';
import { accept, refuse, type Result } from '../../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../../shared/async/retry-on-conflict';
import { isPending, type Activation, type ActivationType, type Requested } from '../activation';
import type { RegisterRefusal } from '../activation-gateway';
import { NOTHING_USED_UP } from '../../accounts/proofs/check-proofs';
import type { UsedBefore } from '../activation-store';
import { generateActivationId } from '../../shared/identifiers/activation-id';
import type { ActivationPorts } from '../activation-ports';
import { cancelAs } from '../cancel-activation';
import { parseDeviceName } from './device-name';
import { endOverdueActivation } from '../end-overdue-activation';
import { leaseEnd, underLease } from '../following/lease';
import { schedulePoll } from '../following/schedule-poll';
import { registerActivation, startsLeft } from './register-activation';
import { encryptCredential, missingCredential, takeCredential, type CredentialRefusal } from './activation-credentials';
import { grantingInvitation, sourceOf, WITHOUT_SESSION, type StartGrant } from './start-grant';

export type StartRefusal =
  | RegisterRefusal
  | PayloadRefusal
  | CredentialRefusal
  | 'too-many-starts'
  | UsedBefore
  | 'answer-lost'
  | 'gateway-failed'
  | 'device-name-invalid'
  | 'offline-not-offered'
  | 'account-frozen';

export type StartInput = {
  deviceName: string;
  /** Online by default. */
  activationType?: ActivationType;
  /** Idempotency key: the same key returns the same activation, in any state. See `ActivationStore.create`. */
  startKey: string | null;
  /** Password or one-time password, at most 128 characters, for a gateway that needs one to register. */
  credential?: string | undefined;
  requestedFrom?: RequestTrace;
  /** `WITHOUT_SESSION` unless given. A pending activation that is returned instead also consumes a recovery code. */
  grant?: StartGrant;
};

/**
 * Starts an activation, or returns the pending one: a user has at most one. If the gateway fails, the activation stays
 * `requested` and is registered once the gateway answers.
 */
export async function startActivation(
  ports: ActivationPorts,
  user: UserKey,
  input: StartInput,
  origin: RequestOrigin,
): Promise<Result<Activation, StartRefusal>> {
  const { grant = WITHOUT_SESSION, ...described } = input;
  const missing = grant.by === 'invitation' ? missingCredential(ports.gateway, { ...described, grant }) : null;
  if (missing) return refuse(missing);
  return retryOnConflict(() => tryToStart(ports, user, { ...described, grant }, origin));
}

type GrantedStart = Omit<StartInput, 'grant'> & { grant: StartGrant };

/** An invited start takes the place of the user's pending activation, unless that is its own. */
async function findReplaced(ports: ActivationPorts, user: UserKey, grant: StartGrant): Promise<Activation | null> {
  if (grant.by !== 'invitation') return null;
  const pending = await ports.store.findPending(user);
  return pending?.invitationId === grant.invitationId ? null : pending;
}

async function tryToStart(
  ports: ActivationPorts,
  user: UserKey,
  input: GrantedStart,
  origin: RequestOrigin,
): Promise<Result<Activation, StartRefusal> | Conflict> {
  const replaced = await findReplaced(ports, user, input.grant);
  const activation = await findStarted(ports, user, input.startKey);
  if (activation && activation.id !== replaced?.id) return accept(await goOn(ports, activation, input, origin));

  const context = ownContext(user, origin);
  const result = await checkStart(ports, user, input);
  if (!result.ok) {
    // One record per window is enough over a limit; the limiter counts the others.
    const isOverLimit = result.refusal === 'too-many-starts' || result.refusal === 'too-many-attempts';
    if (!isOverLimit || !(await ports.rateLimiter.take([perPerson('refused-start', user)])))
      await ports.audit.append({ type: 'activation-refused', reason: result.refusal, ...context });
    return result;
  }
  // After everything that can refuse the start: whoever is refused keeps what runs.
  if (replaced) await cancelAs(ports, replaced, userActor(user), origin);

  const requested = await request(ports, user, result.value, input);
  const leasedUntil = leaseEnd(requested.requestedAt);
  const register = () => createAndRegister(ports, requested, leasedUntil, input, origin);
  return (await underLease(ports, requested, leasedUntil, register)) ?? accept(requested);
}

async function createAndRegister(
  ports: ActivationPorts,
  requested: Requested,
  leasedUntil: Date,
  { startKey, grant }: GrantedStart,
  origin: RequestOrigin,
): Promise<Result<Activation, StartRefusal> | Conflict> {
  const context = ownContext(requested, origin);
  const from = sourceOf(grant);
  const events: AuditEvent[] = [{ type: 'activation-requested', activationId: requested.id, ...context }];
  if (from?.recoveryCode) events.push(codeUsed(requested, origin));
  const created = await ports.store.create(requested, startKey, leasedUntil, events, from);
  if (!created.ok && (created.refusal === 'recovery-code-used' || created.refusal === 'voucher-used')) {
    await ports.audit.append({ type: 'activation-refused', reason: created.refusal, ...context });
    return refuse(created.refusal);
  }
  // Another tab, or the same request sent twice, was faster; the next try returns the activation it started.
  if (!created.ok) return CONFLICT;
  const activation = await registerActivation(ports, requested, origin);
  if (!activation) return refuse('account-frozen');
  // One more try is allowed, in a round of its own.
  if (activation.state === 'requested') await schedulePoll(ports, activation, leasedUntil);
  if (activation.state !== 'failed') return accept(activation);
  await ports.audit.append({ type: 'activation-refused', reason: activation.reason, ...context });
  return refuse(activation.reason as StartRefusal);
}

/** If another session was faster, the activation it started exists. */
async function goOn(
  { store }: ActivationPorts,
  activation: Activation,
  { grant }: GrantedStart,
  origin: RequestOrigin,
): Promise<Activation> {
  const from = sourceOf(grant);
  if (!from) return activation;
  const usedUp = isPending(activation) ? from : { ...from, ...NOTHING_USED_UP };
  await store.goOn(activation, usedUp, usedUp.recoveryCode ? [codeUsed(activation, origin)] : []);
  return activation;
}

function codeUsed(activation: Pick<Activation, 'id' | 'userId' | 'domain'>, origin: RequestOrigin): AuditEvent {
  const browser = origin.browser === undefined ? {} : { browser: origin.browser };
  const fact = { type: 'recovery-code-used', activationId: activation.id, ...browser } as const;
  return { ...fact, ...ownContext(activation, origin) };
}

async function findStarted(ports: ActivationPorts, user: UserKey, startKey: string | null): Promise<Activation | null> {
  const { same, pending } = await ports.store.findStarted(user, startKey);
  if (same) return same;
  if (!pending || ports.clock.now() < pending.expiresAt) return pending;
  const activation = await endOverdueActivation(ports, pending);
  return isPending(activation) ? activation : null;
}

type Checked = { deviceName: string | null; credential: string | null };

async function checkStart(
  ports: ActivationPorts,
  user: UserKey,
  input: GrantedStart,
): Promise<Result<Checked, StartRefusal>> {
  const { deviceName, activationType, grant } = input;
  if (await ports.freezes.isFrozen(user)) return refuse('account-frozen');
  const name = parseDeviceName(deviceName);
  if (!name.ok) return name;
  if (activationType === 'offline' && ports.gateway.offline === null) return refuse('offline-not-offered');
  const payload = formatActivationPayload({
    ...user,
    ...LONGEST_CREDENTIALS,
    gatewayId: ports.gateway.capabilities.gatewayId ?? '',
  });
  if (!payload.ok) return payload;
  if (grant.by === 'own-session' && (await startsLeft(ports, user)).left === 0) return refuse('too-many-starts');
  // In place of the day's limit.
  if (grant.by === 'invitation' && (await ports.rateLimiter.take([perObject('invitation-start', grant.invitationId)])))
    return refuse('too-many-starts');
  const credential = await takeCredential(ports, user, input);
  return credential.ok ? accept({ deviceName: name.value, credential: credential.value }) : credential;
}

/** Placeholders of the gateways' default lengths (OneSpan §7.3); issued values are checked again. */
const LONGEST_CREDENTIALS = { registrationIdentifier: '8 digits', activationPassword: '8 digits' };

async function request(
  ports: ActivationPorts,
  { userId, domain }: UserKey,
  { deviceName, credential }: Checked,
  { activationType = 'online', requestedFrom, grant }: GrantedStart,
): Promise<Requested> {
  const id = generateActivationId(ports.random);
  const requestedAt = ports.clock.now();
  const expiresAt = new Date(requestedAt.getTime() + ports.settings.requestLifetimeMs);
  return {
    state: 'requested',
    id,
    userId,
    domain,
    deviceName,
    activationType,
    version: 1,
    requestedAt,
    requestedFrom: requestedFrom ?? null,
    invitationId: grantingInvitation(grant),
    tries: 1,
    isSent: true,
    isRecovery: grant.by === 'own-session' && grant.usedUp.recoveryCode !== null,
    expiresAt,
    encryptedCredential: credential === null ? null : await encryptCredential(ports.encrypter, id, credential),
  };
}
