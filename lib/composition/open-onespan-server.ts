import type { Config } from '../config/config';
import type { OneSpanServerConfig } from '../config/sections/onespan-server-config';
import { CALL_LIMITS } from '../gateways/transport/exchange';
import { Connection } from '../gateways/transport/connection';
import { GuardedConnection } from '../gateways/transport/guarded-connection';
import { Administration } from '../gateways/onespan-server/administration';
import { AdministrationSession } from '../gateways/onespan-server/administration-session';
import { OneSpanServerActivationGateway } from '../gateways/onespan-server/onespan-server-activation-gateway';
import { OneSpanServerAuthenticatorDirectory } from '../gateways/onespan-server/onespan-server-authenticator-directory';
import { OneSpanServerLicenceStock } from '../gateways/onespan-server/onespan-server-licence-stock';
import { OneSpanServerPasswords } from '../gateways/onespan-server/onespan-server-passwords';
import { OneSpanServerPins } from '../gateways/onespan-server/onespan-server-pins';
import {
  OneSpanServerUserDirectory,
  RememberingUserDirectory,
} from '../gateways/onespan-server/onespan-server-user-directory';
import { SoapClient } from '../gateways/onespan-server/soap-client';
import type { GatewayEvents, OpenedGateway } from './opened-gateway';
import type { Clock } from '../shared/time/clock';
import { systemRandom } from '../shared/random';

/** OneSpan Authentication Server. @param limits of one call */
export function openOneSpanServer(
  { domain, staff, protectedGroups, activation }: Pick<Config, 'domain' | 'staff' | 'protectedGroups' | 'activation'>,
  {
    urls,
    tls,
    serviceUser,
    componentType,
    gatewayId,
    resetsPasswords,
    fieldNames,
    passwordChange,
    pinChange,
    relay,
  }: OneSpanServerConfig,
  clock: Clock,
  { onFailure, onCircuit }: GatewayEvents,
  limits = CALL_LIMITS,
): OpenedGateway {
  const connection = new Connection({ urls, tls, ...limits }, onFailure);
  const soap = new SoapClient(new GuardedConnection(connection, onCircuit));
  const session = new AdministrationSession(soap, serviceUser, clock);
  const administration = new Administration(soap, session, fieldNames);
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
    people: { users: new RememberingUserDirectory(users, clock), contacts: users },
    licences: new OneSpanServerLicenceStock(administration, domain),
    passwords: passwordChange && new OneSpanServerPasswords(soap, { componentType, ...passwordChange }, onFailure),
    pins: pinChange && new OneSpanServerPins(soap, { componentType, ...pinChange }, onFailure),
    phoneChallenges: null,
    cronto: null,
    embedded: null,
    keepAlive: () => session.keepAlive(),
    close: () => session.close(),
  };
}
