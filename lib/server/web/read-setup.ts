import 'server-only';
import { cache } from 'react';
import { services } from '../composition/compose';
import { readRecordedFacts, type SetupFacts } from '../../messaging/organisation/setup';
import { readHealth } from './answers/read-health';
import { staffCounts } from './staff-counts';

/** How far the first day has come. @param domain of the people who sign in */
export const readSetup = cache(async (domain: string): Promise<SetupFacts> => {
  const app = await services();
  const [recorded, health, staff] = await Promise.all([
    readRecordedFacts(app.audit.audit, app.accounts.clock.now(), domain),
    readHealth(),
    staffCounts(app, domain),
  ]);
  return {
    isDemo: app.config.hasDemo,
    look: app.organisation.live.look(),
    ...recorded,
    reachesGateway: health.parts.gateway === 'ok',
    staff,
  };
});
