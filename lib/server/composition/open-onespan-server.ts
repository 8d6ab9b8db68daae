import type { Config } from '../../config/config';
import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import { CALL_LIMITS } from '../../gateways/transport/exchange';
import { Connection } from '../../gateways/transport/connection';
import { GuardedConnection } from '../../gateways/transport/guarded-connection';
import { Administration } from '../../gateways/onespan-server/administration/administration';
import { AdministrationSession } from '../../gateways/onespan-server/administration/administration-session';
import { OneSpanServerActivationGateway } from '../../gateways/onespan-server/activation/onespan-server-activation-gateway';
import { OneSpanServerAuthenticatorDirectory } from '../../gateways/onespan-server/devices/onespan-server-authenticator-directory';
import { WaitingCommands } from '../../gateways/onespan-server/administration/waiting-commands';
import { assignment, OneSpanServerAssignment } from '../../gateways/onespan-server/devices/onespan-server-assignment';
import { OneSpanServerHardware } from '../../gateways/onespan-server/devices/onespan-server-hardware';
import { TypeLimits } from '../../gateways/onespan-server/devices/type-limits';
import { OneSpanServerRemovals } from '../../gateways/onespan-server/devices/onespan-server-removals';
import { OneSpanServerLicenceStock } from '../../gateways/onespan-server/activation/onespan-server-licence-stock';
import { OneSpanServerPasswords } from '../../gateways/onespan-server/accounts/onespan-server-passwords';
import { OneSpanServerPasswordSync } from '../../gateways/onespan-server/accounts/onespan-server-password-sync';
import { OneSpanServerSelfRegistration } from '../../gateways/onespan-server/accounts/onespan-server-self-registration';
import { OneSpanServerVirtualAuthenticator } from '../../gateways/onespan-server/accounts/onespan-server-virtual-authenticator';
import { OneSpanServerPins } from '../../gateways/onespan-server/accounts/onespan-server-pins';
import { OneSpanServerPhoneChallengeGateway } from '../../gateways/onespan-server/accounts/onespan-server-phone-challenge-gateway';
import { WAITING_MARGIN_MS } from '../../gateways/phone-requests/vendor-phone-challenge-gateway';
import {
  OneSpanServerUserDirectory,
  RememberingUserDirectory,
} from '../../gateways/onespan-server/accounts/onespan-server-user-directory';
import { SoapClient } from '../../gateways/onespan-server/soap/soap-client';
import type { GatewayEvents, OpenedGateway, PhoneRequests } from './opened-gateway';
import type { Clock } from '../../shared/time/clock';
import { systemRandom } from '../../shared/random';

/**
 * OneSpan Authentication Server.
 * @param phoneRequests null for a program that asks no phones
 * @param limits of one call
 */
export function openOneSpanServer(
  {
    domain,
    staff,
    protectedGroups,
    activation,
    publicUrl,
  }: Pick<Config, 'domain' | 'staff' | 'protectedGroups' | 'activation' | 'publicUrl'>,
  {
    urls,
    tls,
    serviceUser,
    componentType,
    gatewayId,
    resetsPasswords,
    takesLicencesBack,
    checker,
    fieldNames,
    passwordChange,
    pinChange,
    virtualAuthenticator,
    learnsPasswords,
    policy,
    hardware,
    phones,
    selfRegistration,
    registrationComponentType,
    relay,
  }: OneSpanServerConfig,
  clock: Clock,
  { onFailure, onCircuit }: GatewayEvents,
  phoneRequests: PhoneRequests | null,
  limits = CALL_LIMITS,
): OpenedGateway {
  const connection = new Connection({ urls, tls, ...limits }, onFailure);
  const guarded = new GuardedConnection(connection, onCircuit);
  const soap = new SoapClient(guarded);
  const session = new AdministrationSession(soap, serviceUser, clock);
  const administration = new Administration(soap, session, fieldNames);
  const users = new OneSpanServerUserDirectory(soap, administration, {
    componentType,
    staff: staff.map((member) => ({ ...member, domain })),
    protectedGroups,
  });
  const typeLimits = new TypeLimits(administration, policy, clock, onFailure);
  const directory = new OneSpanServerAuthenticatorDirectory(administration, clock, typeLimits, {
    virtualTypes: hardware.virtualTypes,
    hardware: {
      test: hardware.isTested || 'not-switched-on',
      pin: pinChange !== null || 'not-switched-on',
      clock: hardware.clockFields !== null || 'not-switched-on',
    },
  });
  let phoneChallenges: OneSpanServerPhoneChallengeGateway | null = null;
  if (phones && phoneRequests) {
    const limitMs = phones.timeLimitMs + WAITING_MARGIN_MS;
    // Past the circuit breaker: a phone that does not answer says nothing of the server.
    const waitingSoap = (signal: AbortSignal) =>
      new SoapClient({ send: (request, read) => connection.send(request, read, { timeLimitMs: limitMs, signal }) });
    const ports = { ...phoneRequests, soap, waitingSoap, directory, devices: directory, clock, random: systemRandom };
    const asking = { ...phones, componentType, site: new URL(publicUrl).host, isRelayed: relay !== null };
    phoneChallenges = new OneSpanServerPhoneChallengeGateway(ports, asking);
  }
  const waiting = { serviceUser, checker };
  return {
    activation: new OneSpanServerActivationGateway(
      { soap, administration, clock, random: systemRandom, onRefusal: onFailure, typeLimits },
      { componentType, gatewayId, lifetimeMs: activation.lifetimeMs, resetsPasswords, isRelayed: relay !== null },
    ),
    directory,
    commands: {
      removal: new OneSpanServerRemovals(administration, clock, { ...waiting, takesLicencesBack }),
      assignment: new WaitingCommands(administration, clock, waiting, (operation) =>
        assignment(administration, operation),
      ),
    },
    people: { users: new RememberingUserDirectory(users, clock), contacts: users },
    licences: new OneSpanServerLicenceStock(administration, domain),
    passwords: passwordChange && new OneSpanServerPasswords(soap, { componentType, ...passwordChange }, onFailure),
    selfRegistration:
      selfRegistration === 'on' ? new OneSpanServerSelfRegistration(soap, registrationComponentType) : null,
    passwordSync: learnsPasswords ? new OneSpanServerPasswordSync(soap, componentType) : null,
    virtualAuthenticator:
      virtualAuthenticator && new OneSpanServerVirtualAuthenticator(soap, { componentType, ...virtualAuthenticator }),
    pins: pinChange && new OneSpanServerPins(soap, { componentType, ...pinChange }, onFailure),
    hardware: {
      assignment:
        hardware.assignment &&
        new OneSpanServerAssignment(
          { soap, administration, directory, onRefusal: onFailure },
          { componentType, ...hardware.assignment },
        ),
      trials:
        hardware.isTested || hardware.clockFields
          ? new OneSpanServerHardware(soap, { componentType, clockFields: hardware.clockFields })
          : null,
    },
    phoneChallenges,
    onPhoneRefusal: phoneChallenges && ((instanceId) => phoneChallenges.noteRefusal(instanceId)),
    cronto: null,
    embedded: null,
    keepAlive: async () => void (await Promise.all([session.keepAlive(), phoneChallenges?.sweep()])),
    close: () => session.close(),
  };
}
