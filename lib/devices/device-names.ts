/** PORT: what people call their devices, for gateways that keep no names. */
export interface DeviceNames {
  /** @returns names by instance identifier; devices without one are left out */
  find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Takes the place of the name before. @param name 1 to 64 characters */
  keep(instanceId: string, name: string): Promise<void>;
  /** Does nothing when there is none. */
  forget(instanceId: string): Promise<void>;
}
