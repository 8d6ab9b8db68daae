import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isJsonObject } from '../../shared/json-object';
import type { SiteKeyPins } from '../../phone/site/site-key-pins';

/** Stores pinned website keys in a file beside the phone's devices. */
export class SiteKeyFile implements SiteKeyPins {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async find(origin: string): Promise<readonly string[]> {
    const keys = this.#read()[origin];
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }

  async keep(origin: string, publicKeys: readonly string[]): Promise<void> {
    const kept = { ...this.#read(), [origin]: publicKeys };
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const written = `${this.#path}.${process.pid}`;
    writeFileSync(written, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    renameSync(written, this.#path);
  }

  /** @throws TypeError when the file is something else, because without pins any key would be trusted */
  #read(): Record<string, unknown> {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw error;
    }
    const value = parse(text);
    if (!isJsonObject(value)) throw new TypeError(`${this.#path} does not hold websites' keys`);
    return value;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
