import type { ImageKey, ImageKeyStore } from '@/lib/wire/image/image-key';

export class MemoryImageKeyStore implements ImageKeyStore {
  readonly #keys = new Map<number, ImageKey>();

  async list(): Promise<ImageKey[]> {
    return [...this.#keys.values()].sort((left, right) => left.number - right.number);
  }

  async add(key: ImageKey): Promise<boolean> {
    if (this.#keys.has(key.number)) return false;
    this.#keys.set(key.number, key);
    return true;
  }

  async erasePrivateKeysBefore(number: number): Promise<void> {
    for (const key of this.#keys.values())
      if (key.number < number) this.#keys.set(key.number, { ...key, encryptedPrivateKey: null });
  }
}
