import { services } from '@/lib/server/composition/compose';
import { SECOND } from '@/lib/shared/time/duration';
import { uncachedJson } from '@/lib/server/web/answers/uncached';

/** Gives a phone app the gateway's address, and who helps. The front-end key ships in every app, so it is no secret. */
export async function GET(): Promise<Response> {
  const { config, embeddedGateway, frontEnd, organisation, phoneAlerts, copies } = await services();
  if (!embeddedGateway || !frontEnd) return new Response(null, { status: 404 });
  const { gatewayId, frontEndKey } = frontEnd;
  const imageSeconds = config.activation.lifetimeMs / SECOND;
  const { contact: helpdeskContact } = organisation.live.look();
  const pushKey = await phoneAlerts?.desk.applicationServerKey();
  const { isOffered: offersCopies } = copies.settings;
  const address = { gatewayUrl: config.publicUrl, gatewayId, frontEndKey, imageSeconds, helpdeskContact };
  return uncachedJson({ ...address, offersCopies, ...(pushKey !== undefined && { pushKey }) });
}
