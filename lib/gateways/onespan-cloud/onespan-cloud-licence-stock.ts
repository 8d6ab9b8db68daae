import { z } from 'zod';
import { sumUp, type LicenceCount, type LicenceStock } from '../../activation/licences/free-licences';
import { parseInstanceId } from '../../shared/identifiers/instance-id';
import type { CloudClient } from './cloud-client';
import { unforeseen } from './cloud-failure';

const PAGE = 100;

/** So that a count ends, whatever a customer has bought. */
const MAXIMUM_PAGES = 100;

/** Unknown members are dropped; the maximum of `limit` is not documented, so shorter pages are borne (OneSpan §5.1). */
const pageSchema = z.object({
  total: z.int().min(0),
  authenticators: z.array(z.object({ serialNumber: z.string().max(64), authenticatorType: z.string().max(255) })),
});

/** Free licences of OneSpan Cloud Authentication, which names no organisational units (OneSpan §5.1). */
export class OneSpanCloudLicenceStock implements LicenceStock {
  readonly #client: CloudClient;
  readonly #domain: string;

  constructor(client: CloudClient, domain: string) {
    this.#client = client;
    this.#domain = domain;
  }

  async count(): Promise<LicenceCount> {
    const all: z.infer<typeof pageSchema>['authenticators'] = [];
    let isWhole = false;
    for (let pages = 0; pages < MAXIMUM_PAGES && !isWhole; pages++) {
      const { total, authenticators } = await this.#page(all.length);
      all.push(...authenticators);
      isWhole = all.length >= total || authenticators.length === 0;
    }
    const licences = all.filter(({ serialNumber }) => !parseInstanceId(serialNumber));
    return { pools: sumUp(licences.map(({ authenticatorType: type }) => ({ type, unit: '' }))), isWhole };
  }

  #page(offset: number): Promise<z.infer<typeof pageSchema>> {
    const query = new URLSearchParams({
      domain: this.#domain,
      assigned: 'false',
      offset: String(offset),
      limit: String(PAGE),
    });
    const path = `authenticators?${query.toString()}`;
    const call = { method: 'GET', path, name: 'authenticators', isRepeatable: true } as const;
    return this.#client.ask(call, pageSchema, (failure) => {
      throw unforeseen(failure);
    });
  }
}
