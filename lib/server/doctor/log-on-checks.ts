import { GatewayError } from '../../activation/gateway-error';
import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import { AdministrationSession } from '../../gateways/onespan-server/administration/administration-session';
import type { SoapClient } from '../../gateways/onespan-server/soap/soap-client';
import { systemClock } from '../../shared/time/clock';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, skipped, type Check } from './finding';

/** Shared by the checks of all servers: they have the same service user, whom wrong passwords lock. */
export type LogOnMemory = { isRefused: boolean };

/** Logs the service user on and off. @param inSession checks between the two, each of which needs `log-on` */
export function logOnChecks(
  soap: SoapClient,
  serviceUser: OneSpanServerConfig['serviceUser'],
  memory: LogOnMemory,
  inSession: (session: AdministrationSession) => Check[],
): Check[] {
  const session = new AdministrationSession(soap, serviceUser, systemClock);
  const who = `${serviceUser.userId} in ${serviceUser.domain}`;
  let id = '';
  return [
    {
      name: 'log-on',
      needs: 'answer',
      async run() {
        if (memory.isRefused) return skipped('another server refused it, and trying again might lock the service user');
        try {
          id = await session.id();
          return ok(who);
        } catch (error) {
          if (!(error instanceof GatewayError) || error.code !== 'refused-credentials') throw error;
          memory.isRefused = true;
          return failed(
            `${who} is refused (${reasonOf(error)})`,
            'Correct ONESPAN_SERVICE_USER, ONESPAN_SERVICE_PASSWORD or ONESPAN_SERVICE_DOMAIN; the account must not be locked, and needs the right to log on to administration.',
          );
        }
      },
    },
    ...inSession(session),
    {
      name: 'log-off',
      needs: 'log-on',
      async run() {
        await session.close();
        return (await session.isAlive(id))
          ? failed('the session is still there', 'End it in the administration of the server.')
          : ok('no session is left behind');
      },
    },
  ];
}
