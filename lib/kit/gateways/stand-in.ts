import type { EmbeddedGateway } from '../../gateways/embedded/engine/embedded-gateway';
import type { Owner } from '../../gateways/embedded/engine/gateway-store';
import type { RegistrationCredentials } from '../../gateways/embedded/engine/registration/register';
import type { Result } from '../../shared/result';
import { SECOND } from '../../shared/time/duration';
import type { CallLog } from '../faults/call-log';
import type { FaultBoard } from '../faults/fault-board';
import { oneSpanCloudEnvironment, oneSpanEnvironment } from './onespan-environment';
import { startEmbeddedGateway } from './start-embedded-gateway';
import { startOnespanServer } from './start-onespan-server';
import { systemClock, type Clock } from '../../shared/time/clock';
import type { RegisterRefusal } from './state/free-licences';
import type { Accounts, NewAccount } from './state/accounts';
import { DEFAULT_OPTIONS, type Ports } from './state/onespan-options';
import type { Privilege } from './state/privileges';
import type { WireName } from './wire-calls';

export const PROFILES = ['embedded', 'onespan-server', 'onespan-cloud'] as const;
export type Profile = (typeof PROFILES)[number];

export type StandInOptions = {
  ports?: Ports;
  /** Domain of users that are named without one. */
  domain?: string;
  /** People of the authentication server. */
  users?: NewAccount[];
  /** Authentication servers, 1 to 9. */
  servers?: number;
  /** Whether only clients with a certificate of the stand-in's authority may connect. */
  clientCertificate?: boolean;
  /** Whether the environment sends phones through Tessera's relay. */
  isRelayed?: boolean;
  /** What the service user of the authentication server may not do. */
  missingPrivileges?: readonly Privilege[];
  /** Attribute in which an authentication server tells a device's last authentication; null for none. */
  lastAuthenticationField?: string | null;
  /** After how long a new device of the authentication server may be used. */
  activationDelaySeconds?: number;
  activationLimit?: number;
  registrationLifetimeSeconds?: number;
};

/** One profile, running. */
export type StandIn = {
  profile: Profile;
  /** By what listens there. */
  addresses: Record<string, string>;
  /** What points Tessera at it; empty where Tessera has this gateway inside. */
  environment: Record<string, string>;
  gatewayId: string;
  frontEndKey: string;
  domain: string;
  /** The wires that the profile's callers use. */
  wires: WireName[];
  faults: FaultBoard;
  calls: CallLog;
  /** Starts an activation, as if the user had requested it. */
  register(owner: Owner): Promise<Result<RegistrationCredentials, RegisterRefusal>>;
  gateway: EmbeddedGateway;
  /** People of the authentication server; null where they are the site's own. */
  accounts: Accounts | null;
  /** Has the time of another clock from now on. */
  follow(clock: Clock): void;
  close(): Promise<void>;
};

/** @throws Error of the system when a port is taken */
export async function openStandIn(profile: Profile, options: StandInOptions = {}): Promise<StandIn> {
  return profile === 'embedded' ? openEmbedded(options) : openOneSpan(profile, options);
}

async function openEmbedded(options: StandInOptions): Promise<StandIn> {
  const { activationLimit, registrationLifetimeSeconds: lifetime, domain = DEFAULT_OPTIONS.defaultDomain } = options;
  const clock = new FollowedClock();
  const server = await startEmbeddedGateway({
    clock,
    ...(options.ports && { ports: options.ports }),
    settings: {
      ...(activationLimit !== undefined && { activationLimit }),
      ...(lifetime !== undefined && {
        registrationLifetimeMs: lifetime * SECOND,
        offlineLifetimeMs: lifetime * SECOND,
        completionLifetimeMs: lifetime * SECOND,
      }),
    },
  });
  const { digipassGatewayUrl, phoneUrl, gatewayId, frontEndKey, gateway, faults, calls } = server;
  return {
    profile: 'embedded',
    addresses: { gateway: digipassGatewayUrl, phone: phoneUrl },
    environment: {},
    gatewayId,
    frontEndKey,
    domain,
    wires: ['phone'],
    faults,
    calls,
    register: (owner) => gateway.register(owner),
    gateway,
    accounts: null,
    follow: (followed) => clock.follow(followed),
    close: () => server.close(),
  };
}

async function openOneSpan(profile: Exclude<Profile, 'embedded'>, options: StandInOptions): Promise<StandIn> {
  const { domain = DEFAULT_OPTIONS.defaultDomain, isRelayed = false, ...rest } = options;
  const isCloud = profile === 'onespan-cloud';
  const clock = new FollowedClock();
  const settings = { ...rest, clock, defaultDomain: domain };
  const server = await startOnespanServer({ ...settings, ...(isCloud && { servers: 0 }) });
  const { state, gateway, faults, calls } = server;
  const { gatewayId, frontEndKey } = state.options;
  const phones = { gateway: server.digipassGatewayUrl, phone: server.phoneUrl };
  return {
    profile,
    addresses: isCloud ? { cloud: server.cloudUrl, ...phones } : { ...named(server.soapUrls), ...phones },
    environment: isCloud ? oneSpanCloudEnvironment(server) : oneSpanEnvironment(server, { isRelayed }),
    gatewayId,
    frontEndKey,
    domain,
    wires: [isCloud ? 'cloud' : 'soap', 'phone'],
    faults,
    calls,
    register: ({ userId, domain: of }) =>
      state.register(state.accounts.find(userId, of) ?? state.accounts.add({ userId, domain: of })),
    gateway,
    accounts: isCloud ? null : state.accounts,
    follow: (followed) => clock.follow(followed),
    close: () => server.close(),
  };
}

/** The system's, until there is one to follow. */
class FollowedClock implements Clock {
  #followed: Clock = systemClock;

  now(): Date {
    return this.#followed.now();
  }

  follow(clock: Clock): void {
    this.#followed = clock;
  }
}

function named(urls: string[]): Record<string, string> {
  return Object.fromEntries(urls.map((url, index) => [index === 0 ? 'soap' : `soap${index + 1}`, url]));
}
