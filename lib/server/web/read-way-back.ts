import 'server-only';
import { cache } from 'react';
import { findWayBack, type WayBack } from '../../helpdesk/activation-links/return-from-link';
import { services } from '../composition/compose';
import { getVisitor } from './sessions/signed-in';

/** The way back of this request's session to the site that sent its user here; null for none. Cached per request. */
export const readWayBack = cache(async (): Promise<WayBack | null> => {
  const visitor = await getVisitor();
  return visitor && findWayBack((await services()).activationLinks, visitor);
});
