import { PHONE_CALLS } from '../faults/phone-calls';
import { CLOUD_CALLS } from './cloud/cloud-wire';
import { SOAP_CALLS } from './soap/soap-wire';

/** Every call by its wire: the names for faults and logs. */
export const WIRE_CALLS = { phone: PHONE_CALLS, soap: SOAP_CALLS, cloud: CLOUD_CALLS } as const satisfies Record<
  string,
  readonly string[]
>;

export type WireName = keyof typeof WIRE_CALLS;
