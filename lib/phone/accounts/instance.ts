import { isJsonObject } from '../../shared/json-object';
import type { ProtectedKey } from '../keys/protected-key';

/** An activated device instance, in JSON values only, so that any store can hold it. */
export type Instance = {
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  userId: string;
  domain: string;
  description: string;
  /** ISO 8601, by the phone's clock. */
  activatedAt: string;
  notificationsEnabled: boolean;
  protectedKey: ProtectedKey;
};

export function isInstance(value: unknown): value is Instance {
  if (!isJsonObject(value) || !isJsonObject(value['protectedKey'])) return false;
  const { instanceId, userId, domain, description, activatedAt, notificationsEnabled, protectedKey } = value;
  const { salt, iterations, iv, ciphertext } = protectedKey as Record<string, unknown>;
  const texts = [instanceId, userId, domain, description, activatedAt, salt, iv, ciphertext];
  const isWhole = texts.every((text) => typeof text === 'string') && typeof notificationsEnabled === 'boolean';
  return isWhole && typeof iterations === 'number' && Number.isSafeInteger(iterations) && iterations > 0;
}
