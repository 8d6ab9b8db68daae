import { accept, refuse, type Result } from '../../../../shared/result';
import { findOrAddLicence } from '../find-or-add-licence';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import type { Licence } from '../licence';
import type { DataSent, Registered } from './registration';
import { CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH } from '../../../../wire/crypto/provisioning-profile';
import { randomText } from '../../../../shared/random';

/** Requests of one user do not collide this often by chance. */
const ATTEMPTS = 10;

/**
 * Adds a registration for a user's licence, and supersedes the previous one.
 * @param prepare called again when another registration was faster
 */
export async function addRegistration<Prepared extends { registration: Registered | DataSent }>(
  context: GatewayContext,
  { userId, domain }: Owner,
  prepare: (licence: Licence) => Promise<Prepared>,
): Promise<Result<Prepared, 'activation-limit-reached'>> {
  const { store } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { licence, used } = await findOrAddLicence(context, { userId, domain });
    if (licence.activationLimit > 0 && used >= licence.activationLimit) return refuse('activation-limit-reached');

    const draft = await prepare(licence);
    const outcome = await store.addRegistration(draft.registration, licence.version);
    if (outcome) {
      for (const identifier of outcome.superseded) await context.reportProgress(identifier);
      return accept(draft);
    }
  }
  throw new Error('the licence kept changing while a registration was made');
}

/** The initial fields of every registration. */
export function newRegistration(
  { clock, random }: GatewayContext,
  serialNumber: string,
  lifetimeMs: number,
): Omit<Registered, 'state' | 'salt' | 'encryptedVerifier' | 'encryptedCommittedKey' | 'isOffline'> {
  const registeredAt = clock.now();
  return {
    identifier: randomText(random, CREDENTIAL_ALPHABET, REGISTRATION_IDENTIFIER_LENGTH),
    serialNumber,
    version: 0,
    wrongProofs: 0,
    registeredAt,
    keyedAt: null,
    dataSentAt: null,
    deviceAddedAt: null,
    expiresAt: new Date(registeredAt.getTime() + lifetimeMs),
  };
}
