import { services } from '@/lib/composition/compose';
import { countWaiting } from '@/lib/helpdesk/approvals/count-waiting';
import { uncachedJson, uncachedRefusal } from '@/lib/web/answers/uncached';
import { checkRoutePermission } from '@/lib/web/sessions/signed-in';

/** How many requests wait for the approver who asks; the staff area's navigation follows it. */
export async function GET(): Promise<Response> {
  const signedIn = await checkRoutePermission('approval:decide');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const { helpdesk } = await services();
  return uncachedJson({ waiting: await countWaiting(helpdesk, signedIn.user) });
}
