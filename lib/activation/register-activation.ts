import type { RequestOrigin } from '../access/access-ports';
import { passwordKey } from '../access/sign-in';
import type { AuditEvent } from '../audit/audit-event';
import { formatActivationPayload } from '../shared/activation-payload';
import { SECOND } from '../shared/duration';
import { fail, issue, type Activation, type FailureReason, type Requested, type Sealed } from './activation';
import type { GatewayRegistration } from './activation-gateway';
import type { ActivationPorts } from './activation-ports';
import { aboutActivation } from './about-activation';
import { GatewayError } from './gateway-error';
import { scheduleLook } from './schedule-look';
import { openCredential } from './sealed-credential';

/** How long a process keeps others away from what it looks after: longer than a gateway may take. */
export const CLAIM_MS = 30 * SECOND;

/**
 * Registers a request that the caller has claimed. @returns the activation as it is now: `issued`, `failed` when the
 * gateway refused, still `requested` when it could not be reached, or whatever it became meanwhile
 */
export async function registerActivation(
  ports: ActivationPorts,
  requested: Requested,
  origin: RequestOrigin,
): Promise<Activation> {
  const { userId, domain, sealedCredential: sealed } = requested;
  const credential = sealed && (await openCredential(ports.sealer, requested.id, sealed));
  try {
    const registration = await ports.gateway.register({ userId, domain }, requested.id, credential);
    if (!registration.ok) return await saveFailure(ports, requested, registration.refusal, origin);
    if (credential !== null) await ports.rateLimiter.reset(passwordKey(userId, domain));
    return await saveIssued(ports, requested, registration.value, origin);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    await scheduleLook(ports, requested);
    return requested;
  }
}

async function saveIssued(
  ports: ActivationPorts,
  requested: Requested,
  registration: GatewayRegistration,
  origin: RequestOrigin,
): Promise<Activation> {
  const { gatewayId } = ports.gateway.capabilities;
  const payload = formatActivationPayload({ ...registration, ...(gatewayId === null ? {} : { gatewayId }) });
  if (!payload.ok) {
    await ports.gateway.cancel(registration);
    return saveFailure(ports, requested, payload.refusal, origin);
  }
  const { registrationIdentifier, userId, domain, basis: gatewayBasis, expiresAt } = registration;
  const sealedPayload = (await ports.sealer.seal(payload.value, requested.id)) as Sealed;
  const gatewayUser = { userId, domain };
  const atGateway = { registrationIdentifier, gatewayUser, gatewayBasis, sealedPayload, expiresAt };
  const issued = issue(requested, atGateway, ports.clock.now());
  const saved = await ports.store.save(issued, [
    { type: 'activation-issued', activationId: issued.id, ...aboutActivation(issued, { kind: 'system' }, origin) },
  ]);
  if (saved.ok) {
    await scheduleLook(ports, issued);
    return issued;
  }
  await ports.gateway.cancel(registration);
  return (await ports.store.find(requested.id)) ?? requested;
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
    ...aboutActivation(failed, { kind: 'system' }, origin),
  };
  const saved = await ports.store.save(failed, [event]);
  return saved.ok ? failed : ((await ports.store.find(requested.id)) ?? failed);
}
