import 'server-only';
import { isStepUpDue, type SignedIn } from '../access/session';
import { services } from '../services';

/** Whether a page should show the password field from the start. */
export async function isStepUpDueFor({ session }: SignedIn): Promise<boolean> {
  const { access } = await services();
  return isStepUpDue(session, access.settings.stepUpAgeMs, access.clock.now());
}
