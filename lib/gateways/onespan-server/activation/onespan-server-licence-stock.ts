import { sumUp, type LicenceCount, type LicenceStock, type PoolKey } from '../../../activation/licences/free-licences';
import type { Administration } from '../administration/administration';
import { toDigipassRecord } from '../administration/digipass-record';
import type { Fields } from '../soap/outcome';

/** So that a count ends, whatever a customer has bought. */
const MAXIMUM_PAGES = 100;

/** Free licences of OneSpan Authentication Server: what a registration may take (OneSpan §4.2, §4.3). */
export class OneSpanServerLicenceStock implements LicenceStock {
  readonly #administration: Administration;
  readonly #domain: string;

  /** @param domain a registration takes licences of the user's own domain */
  constructor(administration: Administration, domain: string) {
    this.#administration = administration;
    this.#domain = domain;
  }

  async count(): Promise<LicenceCount> {
    const unassigned = { DIGIPASSFLD_ASSIGN_STATUS: 'Unassigned', DIGIPASSFLD_DOMAIN: this.#domain };
    const free: PoolKey[] = [];
    let isWhole = false;
    for (let page = 0; page < MAXIMUM_PAGES && !isWhole; page++) {
      const { records, isLast } = await this.#administration.queryPage('digipassQuery', unassigned, page);
      free.push(...records.filter((fields) => this.#isFree(fields)).map(poolOf));
      isWhole = isLast;
    }
    return { pools: sumUp(free), isWhole };
  }

  /** An instance, an expired one, and one that is reserved for somebody are not taken by a registration. */
  #isFree(fields: Fields): boolean {
    const { instanceOf, isExpired, owner } = toDigipassRecord(fields, this.#administration.fieldNames);
    return !instanceOf && !isExpired && !owner && fields['DIGIPASSFLD_DIRECT_ASSIGN_ONLY'] !== 'true';
  }
}

function poolOf(fields: Fields): PoolKey {
  return { type: fields['DIGIPASSFLD_DPTYPE'] ?? '', unit: fields['DIGIPASSFLD_ORGANIZATIONAL_UNIT'] ?? '' };
}
