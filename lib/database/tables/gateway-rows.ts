import type { Licence } from '../../gateways/embedded/engine/licence';
import type { Registration } from '../../gateways/embedded/engine/registration/registration';
import type { DeviceInstance } from '../../gateways/embedded/engine/device-instance';
import type { GatewayInstance, GatewayRegistration } from '../../generated/prisma/client';
import { registrationFromRow } from './gateway-registration-row';

/** A row as `row_to_json` makes it. */
export type JsonRow = Readonly<Record<string, unknown>>;

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
  return { ...row, state };
}

/** Columns become properties again, and times, whose names end in `_at`, become dates. */
function propertiesOf(row: JsonRow): unknown {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const property = column.replaceAll(/_[a-z]/g, (letter) => letter.charAt(1).toUpperCase());
      return [property, typeof value === 'string' && column.endsWith('_at') ? new Date(value) : value];
    }),
  );
}
