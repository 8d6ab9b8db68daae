import type { SignedIn } from '../sessions/session';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';

/** PORT: codes that are mailed to a signed-in user, each good once, in the session that asked. */
export interface MailedCodes {
  /** Whether one may be mailed to the user: they have addresses, none of which is new. */
  mayBeMailed(user: UserKey): Promise<boolean>;
  /** Mails one to every address of the user, in place of an earlier one. */
  send(signedIn: SignedIn, origin: RequestOrigin): Promise<void>;
  /** Uses one up. Of tries made at once no more count than there are. */
  check(signedIn: SignedIn, typed: string, origin: RequestOrigin): Promise<boolean>;
}
