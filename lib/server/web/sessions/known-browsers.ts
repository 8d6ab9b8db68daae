import type { UserKey } from '../../../shared/identifiers/user-key';
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KnownBrowserId } from '../../../accounts/sign-in/known-networks';
import { DAY, SECOND } from '../../../shared/time/duration';

/** How long a browser stays known after its last sign-in. */
export const KNOWN_BROWSER_MS = 365 * DAY;

/** Accounts for which one browser is known: the newest. */
const MAXIMUM_ACCOUNTS = 5;

/**
 * `id.expires.account.mac`: 128 random bits, seconds in base 36, and two truncated HMACs. The account appears only as
 * an HMAC.
 */
const TOKEN = /^([\w-]{22})\.([\da-z]{1,10})\.([\w-]{22})\.([\w-]{43})$/;

/**
 * Known browsers, without a table: a cookie holds a signed token for each account that has signed in. A token grants
 * nothing; attempts with it have a budget of their own.
 */
export class KnownBrowsers {
  readonly #key: Buffer;

  constructor(sessionSecret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'tessera known browser', 32));
  }

  /** @param account null for any @returns the browser's identifier; null when it is not known */
  find(cookie: string | undefined, account: UserKey | null, now: Date): KnownBrowserId | null {
    const wanted = account && this.#nameOf(account);
    const token = this.#validTokens(cookie, now).find((valid) => wanted === null || valid.account === wanted);
    return token?.id ?? null;
  }

  /** @returns the cookie of a browser in which `account` has just signed in, under a new identifier */
  add(cookie: string | undefined, account: UserKey, now: Date): string {
    const name = this.#nameOf(account);
    const id = randomBytes(16).toString('base64url');
    const expires = Math.floor((now.getTime() + KNOWN_BROWSER_MS) / SECOND).toString(36);
    const others = this.#validTokens(cookie, now).filter((valid) => valid.account !== name);
    const value = `${id}.${expires}.${name}.${this.#mac(id, expires, name)}`;
    return [value, ...others.map(({ text }) => text)].slice(0, MAXIMUM_ACCOUNTS).join('~');
  }

  #validTokens(cookie: string | undefined, now: Date): { text: string; id: KnownBrowserId; account: string }[] {
    const texts = (cookie ?? '').slice(0, 1_000).split('~').slice(0, MAXIMUM_ACCOUNTS);
    return texts.flatMap((text) => {
      const [, id = '', expires = '', account = '', mac = ''] = TOKEN.exec(text) ?? [];
      const expected = this.#mac(id, expires, account);
      const isOurs = mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected));
      if (!isOurs || parseInt(expires, 36) * SECOND <= now.getTime()) return [];
      return [{ text, id: id as KnownBrowserId, account }];
    });
  }

  #nameOf({ userId, domain }: UserKey): string {
    return this.#mac('account', userId, domain).slice(0, 22);
  }

  #mac(...parts: string[]): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
  }
}
