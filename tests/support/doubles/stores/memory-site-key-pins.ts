import type { SiteKeyPins } from '@/lib/phone/site/site-key-pins';

export class MemorySiteKeyPins implements SiteKeyPins {
  readonly #pins = new Map<string, readonly string[]>();

  async find(origin: string): Promise<readonly string[]> {
    return this.#pins.get(origin) ?? [];
  }

  async keep(origin: string, publicKeys: readonly string[]): Promise<void> {
    this.#pins.set(origin, [...publicKeys]);
  }
}
