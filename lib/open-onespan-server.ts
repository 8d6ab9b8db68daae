import type { Config } from './config/config';
import type { OneSpanServerConfig } from './config/onespan-server-config';
import { Connection } from './gateway/connection/connection';
import { GuardedConnection } from './gateway/connection/guarded-connection';
import { Administration } from './gateway/onespan-server/administration';
import { AdministrationSession } from './gateway/onespan-server/administration-session';
import { OneSpanServerActivationGateway } from './gateway/onespan-server/onespan-server-activation-gateway';
import { OneSpanServerAuthenticatorDirectory } from './gateway/onespan-server/onespan-server-authenticator-directory';
import { OneSpanServerUserDirectory } from './gateway/onespan-server/onespan-server-user-directory';
import { RememberingUserDirectory } from './gateway/onespan-server/remembering-user-directory';
import { SoapClient } from './gateway/onespan-server/soap-client';
import type { GatewayEvents, OpenedGateway } from './opened-gateway';
import type { Clock } from './shared/clock';
import { SECOND } from './shared/duration';
import { systemRandom } from './shared/random';

/** Of one call. Registering takes up to five, and is to be over before another process may try: see `CLAIM_MS`. */
export const TIME_LIMIT_MS = 5 * SECOND;

/** A thousand times what the server answers with as a rule. */
export const MAXIMUM_REPLY_BYTES = 1_048_576;

/** OneSpan Authentication Server. */
export function openOneSpanServer(
  { domain, staff, protectedGroups, activation }: Pick<Config, 'domain' | 'staff' | 'protectedGroups' | 'activation'>,
  { urls, tls, serviceUser, componentType, gatewayId, resetsPasswords, relay }: OneSpanServerConfig,
  clock: Clock,
  { onFailure, onCircuit }: GatewayEvents,
): OpenedGateway {
  const limits = { timeLimitMs: TIME_LIMIT_MS, maximumReplyBytes: MAXIMUM_REPLY_BYTES };
  const connection = new Connection({ urls, tls, ...limits }, onFailure);
  const soap = new SoapClient(new GuardedConnection(connection, onCircuit));
  const session = new AdministrationSession(soap, serviceUser, clock);
  const administration = new Administration(soap, session);
  const users = new OneSpanServerUserDirectory(soap, administration, {
    componentType,
    staff: staff.map((member) => ({ ...member, domain })),
    protectedGroups,
  });
  return {
    activation: new OneSpanServerActivationGateway(
      { soap, administration, clock, random: systemRandom, onRefusal: onFailure },
      { componentType, gatewayId, lifetimeMs: activation.lifetimeMs, resetsPasswords, isRelayed: relay !== null },
    ),
    directory: new OneSpanServerAuthenticatorDirectory(administration),
    users: new RememberingUserDirectory(users, clock),
    phoneChallenges: null,
    cronto: null,
    embedded: null,
    tend: () => session.keepAlive(),
    leave: () => session.close(),
  };
}
