import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isInstance, type Instance } from '../../phone/accounts/instance';

/** Stores instances in a file that only its owner may read. */
export class PhoneStore {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Oldest first; empty before the first activation.
   * @throws TypeError when the file is not a phone's store
   */
  list(): Instance[] {
    const text = this.#read();
    if (text === null) return [];
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new TypeError(`${this.#path} is not a phone's store`, { cause });
    }
    if (!Array.isArray(value) || !value.every(isInstance)) throw new TypeError(`${this.#path} is not a phone's store`);
    return value;
  }

  /** Replaces the file by a rename, so that an interrupted write loses nothing. */
  add(instance: Instance): void {
    const instances = [...this.list(), instance];
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const written = `${this.#path}.${process.pid}`;
    writeFileSync(written, `${JSON.stringify(instances, null, 2)}\n`, { mode: 0o600 });
    renameSync(written, this.#path);
  }

  #read(): string | null {
    try {
      return readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }
}
