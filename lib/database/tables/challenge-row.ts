import type {
  Abandoned,
  Challenge,
  ChallengeRefusal,
  Reader,
} from '../../gateways/embedded/engine/challenges/challenge';
import type { Owner } from '../../gateways/embedded/engine/gateway-store';
import type { GatewayChallenge } from '../../generated/prisma/client';

export function rowFromChallenge(challenge: Challenge): GatewayChallenge {
  const { keyHash, requestKey, purpose, state, version, origin, address, browser, number } = challenge;
  const reader = 'reader' in challenge ? challenge.reader : null;
  return {
    keyHash,
    requestKey,
    purpose,
    state,
    version,
    origin,
    address,
    browser,
    number,
    addresseeUserId: challenge.addressee?.userId ?? null,
    addresseeDomain: challenge.addressee?.domain ?? null,
    sealedKey: challenge.state === 'waiting' ? challenge.sealedKey : null,
    serialNumber: reader?.serialNumber ?? null,
    sequenceNumber: reader?.sequenceNumber ?? null,
    userId: reader?.userId ?? null,
    domain: reader?.domain ?? null,
    reason: challenge.state === 'refused' ? challenge.reason : null,
    openedAt: challenge.openedAt,
    expiresAt: challenge.expiresAt,
    endedAt: 'endedAt' in challenge ? challenge.endedAt : null,
  };
}

/** @throws TypeError when the row holds what no state has, which only a fault of ours can have written */
export function challengeFromRow(row: GatewayChallenge): Challenge {
  const { keyHash, requestKey, version, origin, address, browser, number, openedAt, expiresAt } = row;
  const asking = { origin, address, browser, number };
  const purpose = row.purpose as Challenge['purpose'];
  const common = { keyHash, requestKey, purpose, version, ...asking, addressee: addresseeIn(row), openedAt, expiresAt };
  switch (row.state) {
    case 'waiting':
      return { ...common, state: row.state, sealedKey: row.sealedKey };
    case 'scanned':
    case 'approved':
      return { ...common, state: row.state, reader: given(readerIn(row)) };
    case 'redeemed':
      return { ...common, state: row.state, reader: given(readerIn(row)), endedAt: given(row.endedAt) };
    case 'refused': {
      const reason = given(row.reason) as ChallengeRefusal;
      return { ...common, state: row.state, reader: given(readerIn(row)), reason, endedAt: given(row.endedAt) };
    }
    case 'expired':
    case 'cancelled':
      return { ...common, state: row.state, reader: readerIn(row), endedAt: given(row.endedAt) } satisfies Abandoned;
    default:
      throw new TypeError(`a challenge has no state ${row.state}`);
  }
}

function readerIn({ serialNumber, sequenceNumber, userId, domain }: GatewayChallenge): Reader | null {
  if (serialNumber === null || sequenceNumber === null || userId === null || domain === null) return null;
  return { serialNumber, sequenceNumber, userId, domain };
}

function addresseeIn({ addresseeUserId: userId, addresseeDomain: domain }: GatewayChallenge): Owner | null {
  return userId === null || domain === null ? null : { userId, domain };
}

function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new TypeError('a challenge lacks a column that its state needs');
  return value;
}
