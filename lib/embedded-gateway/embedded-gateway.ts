import { formatInstanceId, parseInstanceId } from '../crypto/instance-id';
import type { KeyRing } from '../crypto/key-ring';
import { GROUP_2048 } from '../crypto/group-2048';
import type { Clock } from '../shared/clock';
import type { Random } from '../shared/random';
import type { Result } from '../shared/result';
import type { ApiKeys } from './api-key';
import { cancelRegistration } from './cancel-registration';
import type { DeviceInstance, InstanceName } from './device-instance';
import type { GatewayContext } from './gateway-context';
import { DEFAULT_GATEWAY_SETTINGS, type GatewaySettings } from './gateway-settings';
import type { GatewayStore, Owner } from './gateway-store';
import { handleCall, type GatewayAnswer, type GatewayCall } from './handle-call';
import { sha256WithOpenSsl } from './hash-with-openssl';
import { observeRegistration, type RegistrationObservation } from './observe-registration';
import { createOpenSslExponentiation } from './raise-with-openssl';
import { register, type RegistrationCredentials } from './register';
import { testOneTimePassword, type OneTimePasswordVerdict } from './test-one-time-password';

/** What the website may know of a device. */
export type InstanceSummary = Pick<
  DeviceInstance,
  'serialNumber' | 'sequenceNumber' | 'description' | 'activatedAt' | 'lastUsedAt'
> & {
  instanceId: string;
  state: 'active' | 'locked';
};

/**
 * Plays both authentication server and gateway for an installation that has neither. The website's side comes first,
 * `handle` is the phone's. An instance identifier that names nothing, or something removed, is answered with false.
 */
export interface EmbeddedGateway {
  register(owner: Owner): Promise<Result<RegistrationCredentials, 'activation-limit-reached'>>;
  /** Null when there is no such registration. */
  observe(registrationIdentifier: string): Promise<RegistrationObservation | null>;
  /** Does nothing when the registration has ended or is unknown. */
  cancel(registrationIdentifier: string): Promise<void>;
  /** Ends registrations whose time is over and deletes those that ended long ago; returns how many were ended. */
  sweep(): Promise<number>;
  /** Devices activated, and how many there may be; a limit of 0 is none. */
  limits(owner: Owner): Promise<{ used: number; limit: number }>;
  /** Newest first. */
  listInstances(owner: Owner): Promise<InstanceSummary[]>;
  /** @param description 1 to 255 characters */
  rename(instanceId: string, description: string): Promise<boolean>;
  lock(instanceId: string): Promise<boolean>;
  unlock(instanceId: string): Promise<boolean>;
  /** Erases the device's keys for good. */
  remove(instanceId: string): Promise<boolean>;
  testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict>;
  handle(call: GatewayCall): Promise<GatewayAnswer>;
}

export type EmbeddedGatewayOptions = ApiKeys & {
  store: GatewayStore;
  clock: Clock;
  random: Random;
  keyRing: KeyRing;
  /** What differs from the defaults. */
  settings: Partial<GatewaySettings>;
  /** Awaited after every change of a registration that the website did not ask for, before the phone is answered. */
  onProgress: (registrationIdentifier: string) => Promise<void>;
  /** Told when `onProgress` fails; the phone is answered all the same. */
  onFault: (error: unknown, registrationIdentifier: string) => void;
};

export function createEmbeddedGateway(options: EmbeddedGatewayOptions): EmbeddedGateway {
  const { store, clock, frontEndKey, backEndKey, onProgress, onFault } = options;
  const settings = { ...DEFAULT_GATEWAY_SETTINGS, ...options.settings };
  const context: GatewayContext = {
    store,
    clock,
    random: options.random,
    keyRing: options.keyRing,
    settings,
    srp: { group: GROUP_2048, H: sha256WithOpenSsl, power: createOpenSslExponentiation(GROUP_2048) },
    async reportProgress(registrationIdentifier) {
      try {
        await onProgress(registrationIdentifier);
      } catch (error) {
        onFault(error, registrationIdentifier);
      }
    },
  };

  return {
    register: (owner) => register(context, owner),
    observe: (registrationIdentifier) => observeRegistration(context, registrationIdentifier),
    cancel: (registrationIdentifier) => cancelRegistration(context, registrationIdentifier),
    async sweep() {
      const expired = await store.expireRegistrations(clock.now());
      for (const identifier of expired) await context.reportProgress(identifier);
      await store.deleteRegistrationsExpiredBefore(new Date(clock.now().getTime() - settings.retentionMs));
      return expired.length;
    },
    async limits(owner) {
      const found = await store.findLicence(owner);
      return found
        ? { used: found.used, limit: found.licence.activationLimit }
        : { used: 0, limit: settings.activationLimit };
    },
    async listInstances(owner) {
      const instances = await store.listInstances(owner);
      return instances.map(summarise);
    },
    rename: (instanceId, description) => change(instanceId, (name) => store.changeInstance(name, { description })),
    lock: (instanceId) => change(instanceId, (name) => store.changeInstance(name, { state: 'locked' })),
    unlock: (instanceId) => change(instanceId, (name) => store.changeInstance(name, { state: 'active' })),
    remove: (instanceId) => change(instanceId, (name) => store.removeInstance(name)),
    testOneTimePassword: (instanceId, oneTimePassword) => testOneTimePassword(context, instanceId, oneTimePassword),
    handle: (call) => handleCall(context, { frontEndKey, backEndKey }, call),
  };
}

async function change(instanceId: string, apply: (name: InstanceName) => Promise<boolean>): Promise<boolean> {
  const name = parseInstanceId(instanceId);
  return name !== null && (await apply(name));
}

function summarise(instance: DeviceInstance): InstanceSummary {
  const { serialNumber, sequenceNumber, description, activatedAt, lastUsedAt } = instance;
  const state = instance.state === 'locked' ? 'locked' : 'active';
  return {
    instanceId: formatInstanceId(serialNumber, sequenceNumber),
    serialNumber,
    sequenceNumber,
    description,
    activatedAt,
    lastUsedAt,
    state,
  };
}
