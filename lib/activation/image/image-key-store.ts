import type { ImageKey } from './image-key';

/** PORT: keeps the keys that images are signed with, for all replicas together. */
export interface ImageKeyStore {
  /** In the order of their numbers. */
  list(): Promise<ImageKey[]>;
  /** @returns false, and adds nothing, when another one has taken its number */
  add(key: ImageKey): Promise<boolean>;
  /** Erases the private keys of those with smaller numbers. */
  erasePrivateKeysBefore(number: number): Promise<void>;
}
