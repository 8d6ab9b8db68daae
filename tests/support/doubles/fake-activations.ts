import type {
  Active,
  Cancelled,
  Expired,
  Failed,
  Issued,
  Linked,
  Requested,
  Scanned,
  Ciphertext,
  Superseded,
  Verified,
} from '@/lib/activation/activation';
import { activate, cancel, expire, fail, issue, link, scan, supersede, verify } from '@/lib/activation/activation';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';

const START = new Date('2026-05-04T10:00:00Z');
const INSTANCE = 'VDS1000042-1';
const MOSAIC = '05af3c91e';

/** The time so many seconds after the activation was requested. */
export function at(seconds: number): Date {
  return new Date(START.getTime() + seconds * SECOND);
}

export type EveryState = {
  requested: Requested;
  issued: Issued;
  scanned: Scanned;
  verified: Verified;
  linked: Linked;
  active: Active;
  expired: Expired;
  cancelled: Cancelled;
  failed: Failed;
  superseded: Superseded;
};

/** One activation in every state it can be in, each made by the move that leads there. */
export function activationInEveryState(userId: string): EveryState {
  const expiresAt = new Date(START.getTime() + 5 * MINUTE);
  const requested: Requested = {
    state: 'requested',
    id: generateActivationId(systemRandom),
    userId,
    domain: 'example.org',
    deviceName: 'My phone',
    activationType: 'online',
    version: 1,
    requestedAt: START,
    requestedFrom: { browser: 'Firefox on Linux', network: '192.0.2.0/24' },
    invitationId: null,
    isRecovery: false,
    tries: 1,
    isSent: false,
    expiresAt,
    encryptedCredential: 'sealed credential' as Ciphertext,
  };
  const registrationIdentifier = requested.id.slice(-8);
  const registration = {
    registrationIdentifier,
    gatewayUser: { userId: userId.toUpperCase(), domain: 'EXAMPLE' },
    gatewayBaseline: '["VDS1000042-1"]',
    encryptedPayload: 'sealed payload' as Ciphertext,
    expiresAt,
  };
  const issued = issue(requested, registration, at(1));
  const scanned = scan(issued, expiresAt, at(2));
  const verified = verify(scanned, expiresAt, at(3));
  const linked = link(verified, { instanceId: INSTANCE, mosaic: MOSAIC }, expiresAt, at(4));
  const expired = expire(issued, expiresAt);
  if (!expired.ok) throw new Error(expired.refusal);
  return {
    requested,
    issued,
    scanned,
    verified,
    linked,
    active: activate(linked, { instanceId: INSTANCE, mosaic: null }, at(5)),
    expired: expired.value,
    cancelled: cancel(issued, at(2)),
    failed: fail(issued, 'too-many-wrong-passwords', at(2)),
    superseded: supersede(issued, at(2)),
  };
}
