import 'server-only';
import type { Services } from '../composition/compose';
import { authenticateServiceAccount } from '../../helpdesk/service-accounts/authenticate';
import { Api } from './api';

/** The API of this process. */
export function openApi(services: Services): Api {
  const { config, serviceAccounts, idempotentRequests, metrics } = services;
  return new Api({
    services,
    authenticate: (presented, address, at) => authenticateServiceAccount(serviceAccounts, presented, address, at),
    requests: idempotentRequests,
    publicUrl: config.publicUrl,
    waiting: metrics.waitingPrograms,
  });
}
