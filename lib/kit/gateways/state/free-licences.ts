/** Licences of one type that no user has yet. */
export type FreePool = {
  /** `DIGIPASSFLD_DPTYPE` */
  type: string;
  /** Organisational unit; empty for none. */
  unit: string;
  count: number;
};

export type FreeLicence = { serialNumber: string; type: string; unit: string };

/** Why nobody was registered. */
export type RegisterRefusal = 'activation-limit-reached' | 'type-limit-reached' | 'no-licence';

/**
 * What a customer has bought and not given out. A registration takes one of the user's own unit, without a search in the units
 * above (OneSpan §4.2); the licence that the user gets has a serial number of its own.
 */
export class FreeLicences {
  readonly #free: FreeLicence[] = [];

  constructor(pools: readonly FreePool[]) {
    for (const { type, unit, count } of pools)
      for (let left = count; left > 0; left--)
        this.#free.push({ serialNumber: `FRE${String(this.#free.length + 1).padStart(7, '0')}`, type, unit });
  }

  list(): readonly FreeLicence[] {
    return this.#free;
  }

  isEmpty(unit: string): boolean {
    return !this.#free.some((licence) => licence.unit === unit);
  }

  take(unit: string): void {
    const index = this.#free.findIndex((licence) => licence.unit === unit);
    if (index === -1) throw new RangeError('no licence is free');
    this.#free.splice(index, 1);
  }
}
