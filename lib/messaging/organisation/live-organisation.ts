import { ORGANISATION_KEY, type ChangeFeed } from '../../shared/changes/change-feed';
import type { OrganisationLook } from '../../shared/organisation-look';
import { lookOf, NOTHING_SAID, type OperatorsChoice, type Organisation } from './organisation';
import type { OrganisationStore } from './organisation-store';

/** What this process knows of the organisation: every page needs it, also while the database does not answer. */
export class LiveOrganisation {
  readonly #store: Pick<OrganisationStore, 'read'>;
  readonly #operator: OperatorsChoice;
  readonly #onFault: (error: unknown) => void;
  #kept: Organisation = NOTHING_SAID;
  #look: OrganisationLook;

  /** @param onFault receives failed reads, after which what was known stays */
  constructor(store: Pick<OrganisationStore, 'read'>, operator: OperatorsChoice, onFault: (error: unknown) => void) {
    this.#store = store;
    this.#operator = operator;
    this.#onFault = onFault;
    this.#look = lookOf(NOTHING_SAID, operator);
  }

  /** Reads it, and again after each change in whatever process. */
  async follow(changeFeed: ChangeFeed): Promise<void> {
    await changeFeed.subscribe(ORGANISATION_KEY, () => void this.refresh());
    await this.refresh();
  }

  /** Never goes back to an older version, because reads may overtake each other. */
  async refresh(): Promise<void> {
    try {
      const newest = await this.#store.read();
      if (newest.version < this.#kept.version) return;
      this.#kept = newest;
      this.#look = lookOf(newest, this.#operator);
    } catch (error) {
      this.#onFault(error);
    }
  }

  look(): OrganisationLook {
    return this.#look;
  }

  current(): Organisation {
    return this.#kept;
  }
}
