import { optional, text } from './properties';

/**
 * Properties of a fact about one device: its identifier, and what it was called at the time, so that a record still says
 * it after the device was renamed or removed. Records of earlier versions have no name.
 */
export const DEVICE = { instanceId: text, deviceName: optional(text) };

export type NamedDevice = { instanceId: string; deviceName?: string };

/** What it was called then; its identifier in a record of an earlier version. */
export function nameInRecord({ instanceId, deviceName }: NamedDevice): string {
  return deviceName ?? instanceId;
}
