import { propertiesOf, type JsonRow } from '../../sql';
import type { DeviceInstance } from '../../../gateways/embedded/engine/device-instance';
import type { Licence } from '../../../gateways/embedded/engine/licence';
import type { KeyExchange, Registration } from '../../../gateways/embedded/engine/registration/registration';
import type { GatewayInstance, GatewayRegistration } from '../../../generated/prisma/client';
import { parseKeeping } from '../../../shared/keeping';
import { present, together } from '../../present';

const EXCHANGE = ['encryptedVerifier', 'encryptedServerPrivateKey', 'clientPublicKey', 'serverPublicKey'] as const;

/** Columns that are null unless a registration's state needs them, and that are erased when it ends. */
export const EMPTY_COLUMNS = {
  encryptedVerifier: null,
  encryptedServerPrivateKey: null,
  clientPublicKey: null,
  serverPublicKey: null,
  encryptedCommittedKey: null,
  sequenceNumber: null,
  mosaic: null,
  deviceCode: null,
  description: null,
  encryptedInstanceKey: null,
} as const;

export function rowFromRegistration(registration: Registration): GatewayRegistration {
  const { exchange, ...columns } = { exchange: null, ...registration };
  return { endedAt: null, ...EMPTY_COLUMNS, ...columns, ...exchange };
}

/** @throws TypeError when a column that the state requires is null */
function registrationFromRow(row: GatewayRegistration): Registration {
  const { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline } = row;
  const { registeredAt, keyedAt, dataSentAt, deviceAddedAt } = row;
  const times = { registeredAt, keyedAt, dataSentAt, deviceAddedAt };
  const common = { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline, ...times };
  const exchange: KeyExchange | null = together(row, ...EXCHANGE);
  const committed = { encryptedCommittedKey: row.encryptedCommittedKey };
  switch (row.state) {
    case 'registered':
      return { ...common, ...committed, state: row.state, encryptedVerifier: present(row, 'encryptedVerifier') };
    case 'keyed':
      return { ...common, ...committed, state: row.state, exchange: present({ ...row, exchange }, 'exchange') };
    case 'data-sent':
      return { ...common, ...committed, state: row.state, exchange };
    case 'device-added':
      return {
        ...common,
        state: row.state,
        exchange,
        sequenceNumber: present(row, 'sequenceNumber'),
        mosaic: row.mosaic,
        deviceCode: present(row, 'deviceCode'),
        description: present(row, 'description'),
        encryptedInstanceKey: present(row, 'encryptedInstanceKey'),
      };
    case 'activated':
      return {
        ...common,
        state: row.state,
        sequenceNumber: present(row, 'sequenceNumber'),
        mosaic: row.mosaic,
        endedAt: present(row, 'endedAt'),
      };
    case 'expired':
    case 'cancelled':
    case 'failed':
    case 'superseded':
      return { ...common, state: row.state, endedAt: present(row, 'endedAt') };
    default:
      throw new TypeError(`a registration has no state ${row.state}`);
  }
}

/** @param row of the table `gateway_licence` */
export function licenceFromJson(row: JsonRow): Licence {
  return propertiesOf(row) as Licence;
}

/** @param row of the table `gateway_registration` */
export function registrationFromJson(row: JsonRow): Registration {
  return registrationFromRow(propertiesOf(row) as GatewayRegistration);
}

/** @param row of the table `gateway_instance` */
export function instanceFromJson(row: JsonRow): DeviceInstance {
  return instanceFromRow(propertiesOf(row) as GatewayInstance);
}

export function instanceFromRow(row: GatewayInstance): DeviceInstance {
  const { state } = row;
  if (state !== 'active' && state !== 'locked' && state !== 'removed')
    throw new TypeError(`an instance has no state ${state}`);
  return { ...row, state, keeping: parseKeeping(row.keeping) };
}
