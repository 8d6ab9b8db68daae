import { isInstance, type Instance } from '../../phone/accounts/instance';
import { PrivateFile } from './private-file';

/** @property siteUrl the website that it was activated at; left out in stores of earlier versions */
export type StoredInstance = Instance & { siteUrl?: string };

/** Stores instances in a file. */
export class PhoneStore {
  readonly #file: PrivateFile;

  constructor(path: string) {
    this.#file = new PrivateFile(path);
  }

  /**
   * Oldest first; empty before the first activation.
   * @throws TypeError when the file is not a phone's store
   */
  list(): StoredInstance[] {
    const text = this.#file.read();
    if (text === null) return [];
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new TypeError(`${this.#file.path} is not a phone's store`, { cause });
    }
    if (!Array.isArray(value) || !value.every(isStoredInstance))
      throw new TypeError(`${this.#file.path} is not a phone's store`);
    return value;
  }

  /** Replaces an instance of the same identifier. */
  add(instance: StoredInstance): void {
    const others = this.list().filter(({ instanceId }) => instanceId !== instance.instanceId);
    this.#file.write([...others, instance]);
  }
}

function isStoredInstance(value: unknown): value is StoredInstance {
  return isInstance(value) && (!('siteUrl' in value) || typeof value.siteUrl === 'string');
}
