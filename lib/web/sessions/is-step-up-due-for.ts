import 'server-only';
import { isStepUpDue, type SignedIn } from '../../accounts/sessions/session';
import { services } from '../../composition/compose';

/** Whether a page should show the password field from the start. */
export async function isStepUpDueFor({ session }: SignedIn): Promise<boolean> {
  const { access } = await services();
  return isStepUpDue(session, access.settings.stepUpAgeMs, access.clock.now());
}
