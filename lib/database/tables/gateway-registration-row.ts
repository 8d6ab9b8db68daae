import type { KeyExchange, Registration } from '../../gateways/embedded/engine/registration/registration';
import type { GatewayRegistration } from '../../generated/prisma/client';

/** What a registration leaves empty in its row unless its state says otherwise; an abandoned one keeps none of it. */
export const EMPTY_COLUMNS = {
  sealedVerifier: null,
  sealedServerPrivateKey: null,
  clientPublicKey: null,
  serverPublicKey: null,
  sequenceNumber: null,
  deviceCode: null,
  description: null,
  sealedInstanceKey: null,
} as const;

export function rowFromRegistration(registration: Registration): GatewayRegistration {
  const { exchange, ...columns } = { exchange: null, ...registration };
  return { endedAt: null, ...EMPTY_COLUMNS, ...columns, ...exchange };
}

/** @throws TypeError when a column is empty that the state needs */
export function registrationFromRow(row: GatewayRegistration): Registration {
  const { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline } = row;
  const { registeredAt, keyedAt, dataSentAt, deviceAddedAt } = row;
  const times = { registeredAt, keyedAt, dataSentAt, deviceAddedAt };
  const common = { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline, ...times };
  switch (row.state) {
    case 'registered':
      return { ...common, state: row.state, sealedVerifier: given(row.sealedVerifier) };
    case 'keyed':
      return {
        ...common,
        state: row.state,
        exchange: given(exchangeIn(row)),
      };
    case 'data-sent':
      return { ...common, state: row.state, exchange: exchangeIn(row) };
    case 'device-added':
      return {
        ...common,
        state: row.state,
        exchange: exchangeIn(row),
        sequenceNumber: given(row.sequenceNumber),
        deviceCode: given(row.deviceCode),
        description: given(row.description),
        sealedInstanceKey: given(row.sealedInstanceKey),
      };
    case 'activated':
      return { ...common, state: row.state, sequenceNumber: given(row.sequenceNumber), endedAt: given(row.endedAt) };
    case 'expired':
    case 'cancelled':
    case 'failed':
    case 'superseded':
      return { ...common, state: row.state, endedAt: given(row.endedAt) };
    default:
      throw new TypeError(`a registration has no state ${row.state}`);
  }
}

function exchangeIn(row: GatewayRegistration): KeyExchange | null {
  const { sealedVerifier, sealedServerPrivateKey, clientPublicKey, serverPublicKey } = row;
  if (
    sealedVerifier === null ||
    sealedServerPrivateKey === null ||
    clientPublicKey === null ||
    serverPublicKey === null
  )
    return null;
  return { sealedVerifier, sealedServerPrivateKey, clientPublicKey, serverPublicKey };
}

function given<Value>(value: Value | null): Value {
  if (value === null) throw new TypeError('a registration lacks a column that its state needs');
  return value;
}
