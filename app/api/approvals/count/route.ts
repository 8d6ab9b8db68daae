import { services } from '@/lib/server/composition/compose';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { countWaitingFor } from '@/lib/server/web/count-waiting-for';
import { checkRoutePermission } from '@/lib/server/web/sessions/signed-in';

/** How many requests wait for the approver or administrator who asks; the staff area's navigation follows it. */
export async function GET(): Promise<Response> {
  const signedIn = await checkRoutePermission('account:approve');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  return uncachedJson({ waiting: await countWaitingFor(await services(), signedIn) });
}
