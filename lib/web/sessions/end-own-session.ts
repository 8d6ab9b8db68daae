import 'server-only';
import { signOut } from '../../accounts/sessions/sign-out';
import { services } from '../../composition/compose';
import { requestOrigin } from '../actions/request-origin';
import { getVisitor } from './signed-in';

/** Ends the session that the cookie of this request names; does nothing when it names none that is valid. */
export async function endOwnSession(): Promise<void> {
  const visitor = await getVisitor();
  if (visitor) await signOut((await services()).access, visitor, await requestOrigin());
}
