import type { SideEffects } from '../new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { Organisation } from './organisation';

/** PORT: what administrators have said of the organisation. */
export interface OrganisationStore {
  /** `NOTHING_SAID` before the first save. */
  read(): Promise<Organisation>;
  /**
   * Saves the version after the one that was read, with its side effects, and notifies `ORGANISATION_KEY`.
   * @param by an administrator, who must still be one
   */
  save(
    organisation: Organisation,
    by: UserKey,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved' | 'not-permitted'>>;
}
