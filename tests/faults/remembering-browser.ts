import { randomBytes } from 'node:crypto';
import type { Channel } from '@/lib/phone/call-service';
import { fetchJson } from '@/lib/phone/fetch-json';

let browsers = 0;

/** What a browser gives the phone app: a cookie of the site that outlives what scripts store, and that storage. */
export class RememberingBrowser {
  readonly #stored = new Map<string, string>();
  readonly #headers: Record<string, string>;

  /** @param origin of the site, which a browser names with what its pages send */
  constructor(origin: string) {
    browsers += 1;
    const address = `203.${browsers >> 8}.113.${browsers & 255}`;
    // As the site would have set it.
    const cookie = `tessera.devices=${randomBytes(32).toString('base64url')}`;
    this.#headers = { 'content-type': 'application/json', cookie, origin, 'x-forwarded-for': address };
  }

  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (key) => this.#stored.get(key) ?? null,
    setItem: (key, value) => void this.#stored.set(key, value),
    removeItem: (key) => void this.#stored.delete(key),
  };

  get isStorageEmpty(): boolean {
    return this.#stored.size === 0;
  }

  /** For calls to the site that need its cookie; the gateway’s take no harm. */
  get channel(): Channel {
    return {
      send: (url, { headers, ...request }, signal) =>
        fetchJson(url, { ...request, headers: { ...(headers as Record<string, string>), ...this.#headers } }, signal),
    };
  }
}
