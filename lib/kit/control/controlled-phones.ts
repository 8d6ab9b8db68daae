import type { OfflineActivation } from '../phone/offline-activation';
import { TestPhone, type LinkedPhone, type PhoneOptions } from '../phone/test-phone';

/** A phone behind the control port, and its unfinished operation. */
export type ControlledPhone = { phone: TestPhone; linked: LinkedPhone | null; offline: OfflineActivation | null };

/** More than a suite has at a time; each has a port of its own. */
const MAXIMUM_PHONES = 200;

/** The phones of a control port, by the names that it gave them. */
export class ControlledPhones {
  readonly #siteUrl: string;
  readonly #phones = new Map<string, ControlledPhone>();
  #made = 0;

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl;
  }

  /** @returns its name; null when there are too many */
  async make(options: PhoneOptions): Promise<string | null> {
    if (this.#phones.size >= MAXIMUM_PHONES) return null;
    const name = `phone-${(this.#made += 1)}`;
    this.#phones.set(name, { phone: await TestPhone.at(this.#siteUrl, options), linked: null, offline: null });
    return name;
  }

  find(name: string): ControlledPhone | null {
    return this.#phones.get(name) ?? null;
  }

  list(): string[] {
    return [...this.#phones.keys()];
  }

  remove(name: string): void {
    this.#phones.get(name)?.phone.close();
    this.#phones.delete(name);
  }

  close(): void {
    for (const name of this.list()) this.remove(name);
  }
}
