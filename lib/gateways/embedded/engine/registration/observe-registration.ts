import { formatInstanceId } from '../../../../shared/identifiers/instance-id';
import type { Mosaic } from '../../../../shared/codes/mosaic';
import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from '../gateway-context';
import type { Registration, RegistrationTimes } from './registration';

/** The website's view of a registration. */
export type RegistrationObservation = RegistrationTimes & {
  state: Registration['state'];
  isOffline: boolean;
  expiresAt: Date;
  /** Set when ended. */
  endedAt: Date | null;
  /** Set from connection 3 on. */
  instanceId: string | null;
  /** See `DeviceAdded`. Set from connection 3 on. */
  mosaic: Mosaic | null;
  /** Wrong proofs that it still takes; null when ended. */
  triesLeft: number | null;
};

/** @returns null when there is no such registration */
export async function observeRegistration(
  context: GatewayContext,
  identifier: string,
): Promise<RegistrationObservation | null> {
  const stored =
    (await findLiveRegistration(context, identifier)) ?? (await context.store.findRegistration(identifier));
  return stored && describeRegistration(context, stored.registration);
}

/** The website's view of a registration that was read or saved just now. */
export function describeRegistration(
  { settings }: Pick<GatewayContext, 'settings'>,
  registration: Registration,
): RegistrationObservation {
  const { state, isOffline, registeredAt, keyedAt, dataSentAt, deviceAddedAt, expiresAt } = registration;
  const instanceId =
    'sequenceNumber' in registration ? formatInstanceId(registration.serialNumber, registration.sequenceNumber) : null;
  const mosaic = 'mosaic' in registration ? registration.mosaic : null;
  const endedAt = 'endedAt' in registration ? registration.endedAt : null;
  const times = { registeredAt, keyedAt, dataSentAt, deviceAddedAt };
  const triesLeft = endedAt ? null : Math.max(0, settings.wrongProofLimit - registration.wrongProofs);
  return { state, isOffline, ...times, expiresAt, endedAt, instanceId, mosaic, triesLeft };
}

/** A phone makes at most this many steps while its registration is being cancelled. */
const ATTEMPTS = 5;

/** Ends a live registration. Does nothing when it has ended or is unknown. */
export async function cancelRegistration(context: GatewayContext, identifier: string): Promise<void> {
  const { store, clock } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const live = await findLiveRegistration(context, identifier);
    if (!live) return;
    if (await store.endRegistration(identifier, live.registration.version, 'cancelled', clock.now())) return;
  }
  throw new Error('the registration kept changing while it was cancelled');
}
