import { isInstance, type Instance } from '../../phone/accounts/instance';
import { PrivateFile } from './private-file';

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
  list(): Instance[] {
    const text = this.#file.read();
    if (text === null) return [];
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new TypeError(`${this.#file.path} is not a phone's store`, { cause });
    }
    if (!Array.isArray(value) || !value.every(isInstance))
      throw new TypeError(`${this.#file.path} is not a phone's store`);
    return value;
  }

  /** Replaces an instance of the same identifier. */
  add(instance: Instance): void {
    const others = this.list().filter(({ instanceId }) => instanceId !== instance.instanceId);
    this.#file.write([...others, instance]);
  }
}
