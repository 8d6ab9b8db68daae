import type { SignedIn } from '../sessions/session';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';

/** PORT: codes that are mailed to a signed-in user, each valid once, in the session that requested it. */
export interface MailedCodes {
  /** Whether a code may be mailed to the user: they have addresses, none of which is new. */
  mayBeMailed(user: UserKey): Promise<boolean>;
  /** Mails a code to every address of the user, replacing an earlier one. */
  send(signedIn: SignedIn, origin: RequestOrigin): Promise<void>;
  /** Consumes a code. Concurrent tries cannot exceed the limit. */
  check(signedIn: SignedIn, input: string, origin: RequestOrigin): Promise<boolean>;
}
