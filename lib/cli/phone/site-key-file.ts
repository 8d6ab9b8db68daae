import { parseJsonObject, type JsonObject } from '../../shared/json-object';
import type { SiteKeyPins } from '../../phone/site/site-key-pins';
import { PrivateFile } from './private-file';

/** Stores pinned website keys in a file beside the phone's devices. */
export class SiteKeyFile implements SiteKeyPins {
  readonly #file: PrivateFile;

  constructor(path: string) {
    this.#file = new PrivateFile(path);
  }

  async find(origin: string): Promise<readonly string[]> {
    const keys = this.#read()[origin];
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }

  async keep(origin: string, publicKeys: readonly string[]): Promise<void> {
    this.#file.write({ ...this.#read(), [origin]: publicKeys });
  }

  /** @throws TypeError when the file is something else, because without pins any key would be trusted */
  #read(): JsonObject {
    const text = this.#file.read();
    if (text === null) return {};
    const value = parseJsonObject(text);
    if (!value) throw new TypeError(`${this.#file.path} does not hold websites' keys`);
    return value;
  }
}
