import { readerOf, type Challenge, type ChallengeRefusal } from './challenge';
import { deviceNameOf } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import { settleChallenge } from './end-challenge';

/** Owner and device that have read a challenge. */
export type ChallengeReader = Owner & { instanceId: string };

/** The website's view of a challenge. */
export type ChallengeObservation = {
  state: Challenge['state'];
  version: number;
  openedAt: Date;
  expiresAt: Date;
  /** The requesting browser's; empty when unknown. */
  address: string;
  reader: ChallengeReader | null;
  /** The user whose phones were asked; null for an image. */
  addressee: Owner | null;
  /** Set when refused. */
  reason: ChallengeRefusal | null;
};

/** @returns null when there is no such challenge */
export async function observeChallenge(
  context: GatewayContext,
  requestKey: string,
): Promise<ChallengeObservation | null> {
  const stored = await context.challenges.findByRequest(requestKey);
  const challenge = (await settleChallenge(context, stored)) ?? (await context.challenges.findByRequest(requestKey));
  if (!challenge) return null;
  const { state, version, openedAt, expiresAt, address, addressee } = challenge;
  const reader = readerOf(challenge);
  return {
    state,
    version,
    openedAt,
    expiresAt,
    address,
    addressee,
    reader: reader && toChallengeReader(reader),
    reason: challenge.state === 'refused' ? challenge.reason : null,
  };
}

export function toChallengeReader(reader: NonNullable<ReturnType<typeof readerOf>>): ChallengeReader {
  const { userId, domain } = reader;
  return { userId, domain, instanceId: deviceNameOf(reader) };
}
