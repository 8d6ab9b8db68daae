import { formatInstanceId, parseInstanceId } from '../../../shared/identifiers/instance-id';
import type { KeyRing } from '../../../wire/crypto/key-ring';
import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';
import type { Bytes } from '../../../shared/bytes';
import { keepRetrying } from '../../../shared/async/retry';
import type { Random } from '../../../shared/random';
import type { Result } from '../../../shared/result';
import { addOfflineDevice, activateOffline } from './registration/add-offline-device';
import type { ApiKeys } from './api-key';
import { cancelChallenge, sweepChallenges } from './challenges/end-challenge';
import type { EndedChallenge } from './challenges/challenge';
import type { ChallengeStore } from './challenges/challenge-store';
import { NO_DESK, type DeviceDesk } from './device-desk';
import type { DeviceInstance, InstanceName } from './device-instance';
import type { GatewayContext } from './gateway-context';
import { DEFAULT_GATEWAY_SETTINGS, type GatewaySettings } from './gateway-settings';
import type { GatewayStore, Owner } from './gateway-store';
import { handleCall, type GatewayAnswer, type GatewayCall } from './phone-services/handle-call';
import { listLoginRequests, type PhoneInbox } from './challenges/list-login-requests';
import { observeChallenge, type ChallengeObservation, type ChallengeReader } from './challenges/observe-challenge';
import {
  describeRegistration,
  observeRegistration,
  type RegistrationObservation,
  cancelRegistration,
} from './registration/observe-registration';
import { openChallenge, type ChallengeRequest, type OpenedChallenge } from './challenges/open-challenge';
import { GATEWAY_SRP } from './openssl';
import type { PushDesk } from './push/push-desk';
import { provesMark } from './prove-mark';
import { redeemChallenge } from './challenges/redeem-challenge';
import { register, type RegistrationCredentials } from './registration/register';
import { registerOffline, type OfflineRegistration } from './registration/register-offline';
import type { ServiceRefusal } from './phone-services/service-refusal';
import { testOneTimePassword, type OneTimePasswordVerdict } from './test-one-time-password';

/** The website's view of a device. */
export type InstanceSummary = Pick<
  DeviceInstance,
  'serialNumber' | 'sequenceNumber' | 'description' | 'activatedAt' | 'lastUsedAt' | 'keeping'
> & {
  instanceId: string;
  state: 'active' | 'locked';
};

/**
 * Authentication server and gateway in one, for an installation that has neither. The website's methods come first,
 * `listLoginRequests` and `handle` are the phone's. Methods return false for an unknown or removed instance.
 */
export interface EmbeddedGateway {
  register(owner: Owner): Promise<Result<RegistrationCredentials, 'activation-limit-reached'>>;
  /** @see registerOffline */
  registerOffline(owner: Owner, gatewayId: string): Promise<Result<OfflineRegistration, 'activation-limit-reached'>>;
  /** @see addOfflineDevice */
  addOfflineDevice(
    entry: Parameters<typeof addOfflineDevice>[1],
  ): Promise<Result<{ activationMessage2: string; expiresAt: Date }, ServiceRefusal>>;
  /** @see activateOffline */
  activateOffline(
    entry: Parameters<typeof activateOffline>[1],
  ): Promise<Result<{ instanceId: string }, ServiceRefusal>>;
  /** Null when there is no such registration. */
  observe(registrationIdentifier: string): Promise<RegistrationObservation | null>;
  /** Does nothing when the registration has ended or is unknown. */
  cancel(registrationIdentifier: string): Promise<void>;
  /** Opens a challenge by which an activated phone answers the website's request, once. */
  openChallenge(request: ChallengeRequest): Promise<OpenedChallenge>;
  /** Null when there is no such challenge. */
  observeChallenge(requestKey: string): Promise<ChallengeObservation | null>;
  /** Does nothing when the challenge has ended or is unknown. */
  cancelChallenge(requestKey: string): Promise<void>;
  /** @returns the owner of the phone that approved it, once */
  redeemChallenge(
    requestKey: string,
    returned?: string | null,
  ): Promise<Result<ChallengeReader, 'not-approved' | 'device-not-usable'>>;
  /**
   * Expires registrations and challenges, and deletes those that ended long ago. @returns how many registrations
   * expired
   */
  sweep(): Promise<number>;
  /** Active devices and their limit; a limit of 0 is none. */
  limits(owner: Owner): Promise<{ used: number; limit: number }>;
  /** Null when no user has the serial number. */
  findOwner(serialNumber: string): Promise<Owner | null>;
  /** Newest first. */
  listInstances(owner: Owner): Promise<InstanceSummary[]>;
  /** @param description 1 to 255 characters */
  rename(instanceId: string, description: string): Promise<boolean>;
  lock(instanceId: string): Promise<boolean>;
  unlock(instanceId: string): Promise<boolean>;
  /** Erases the device's keys for good. */
  remove(instanceId: string): Promise<boolean>;
  testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict>;
  /** @see provesMark */
  provesMark(instanceId: string, sealed: Bytes): Promise<boolean>;
  /** Requests that were sent to a phone and not read yet; null when no device has this push address. */
  listLoginRequests(notificationId: string): Promise<PhoneInbox | null>;
  handle(call: GatewayCall): Promise<GatewayAnswer>;
}

/** By then the background job that resumes work after a crash has found it. */
const KEEP_NOTIFYING_MS = MINUTE;

export type EmbeddedGatewayOptions = ApiKeys & {
  store: GatewayStore;
  challenges: ChallengeStore;
  clock: Clock;
  random: Random;
  keyRing: KeyRing;
  /** Answers devices on behalf of the website; absent where there is none. */
  desk?: DeviceDesk;
  /** Absent where no push messages are sent. */
  push?: PushDesk | null;
  /** Overrides of the defaults. */
  settings: Partial<GatewaySettings>;
  /**
   * Awaited after every change of a registration except by `register` and `cancel`, before the reply; repeated until it
   * succeeds.
   * @param observation what `observe` would return; null where it has to be asked
   */
  onProgress: (registrationIdentifier: string, observation: RegistrationObservation | null) => Promise<void>;
  /** Awaited once after a challenge has ended without a session. */
  onChallengeEnd: (endedChallenge: EndedChallenge) => Promise<void>;
  /** Called when one of these two fails; the phone is answered all the same. */
  onFault: (error: unknown) => void;
};

export function createEmbeddedGateway(options: EmbeddedGatewayOptions): EmbeddedGateway {
  const {
    store,
    challenges,
    clock,
    desk = NO_DESK,
    push = null,
    frontEndKey,
    backEndKey,
    onProgress,
    onChallengeEnd,
    onFault,
  } = options;
  const settings = { ...DEFAULT_GATEWAY_SETTINGS, ...options.settings };
  const context: GatewayContext = {
    store,
    challenges,
    clock,
    random: options.random,
    keyRing: options.keyRing,
    settings,
    desk,
    push,
    srp: GATEWAY_SRP,
    async reportProgress(registrationIdentifier, moved) {
      const observation = moved ? describeRegistration({ settings }, moved) : null;
      if (await notify(() => onProgress(registrationIdentifier, observation), onFault)) return;
      // Otherwise the page that follows the phone would wait for the background job.
      void keepRetrying(() => onProgress(registrationIdentifier, null), KEEP_NOTIFYING_MS);
    },
    async reportChallengeEnd({ requestKey, purpose }) {
      await notify(() => onChallengeEnd({ requestKey, purpose }), onFault);
    },
  };

  return {
    register: (owner) => register(context, owner),
    registerOffline: (owner, gatewayId) => registerOffline(context, owner, gatewayId),
    addOfflineDevice: (entry) => addOfflineDevice(context, entry),
    activateOffline: (entry) => activateOffline(context, entry),
    observe: (registrationIdentifier) => observeRegistration(context, registrationIdentifier),
    cancel: (registrationIdentifier) => cancelRegistration(context, registrationIdentifier),
    openChallenge: (request) => openChallenge(context, request),
    observeChallenge: (requestKey) => observeChallenge(context, requestKey),
    cancelChallenge: (requestKey) => cancelChallenge(context, requestKey),
    redeemChallenge: (requestKey, returned = null) => redeemChallenge(context, requestKey, returned),
    async sweep() {
      await sweepChallenges(context);
      const expired = await store.expireRegistrations(clock.now());
      for (const identifier of expired) await context.reportProgress(identifier);
      await store.deleteRegistrationsExpiredBefore(new Date(clock.now().getTime() - settings.retentionMs));
      return expired.length;
    },
    async limits(owner) {
      const licenceUse = await store.findLicence(owner);
      return licenceUse
        ? { used: licenceUse.used, limit: licenceUse.licence.activationLimit }
        : { used: 0, limit: settings.activationLimit };
    },
    findOwner: (serialNumber) => store.findOwner(serialNumber),
    async listInstances(owner) {
      const instances = await store.listInstances(owner);
      return instances.map(summarise);
    },
    rename: (instanceId, description) => change(instanceId, (name) => store.changeInstance(name, { description })),
    lock: (instanceId) => change(instanceId, (name) => store.changeInstance(name, { state: 'locked' })),
    unlock: (instanceId) => change(instanceId, (name) => store.changeInstance(name, { state: 'active' })),
    remove: (instanceId) => change(instanceId, (name) => store.removeInstance(name)),
    testOneTimePassword: (instanceId, oneTimePassword) => testOneTimePassword(context, instanceId, oneTimePassword),
    provesMark: (instanceId, sealed) => provesMark(context, instanceId, sealed),
    listLoginRequests: (notificationId) => listLoginRequests(context, notificationId),
    handle: (call) => handleCall(context, { frontEndKey, backEndKey }, call),
  };
}

/** The website's failures must not affect the phone. @returns whether the website was notified */
async function notify(website: () => Promise<void>, onFault: (error: unknown) => void): Promise<boolean> {
  try {
    await website();
    return true;
  } catch (error) {
    onFault(error);
    return false;
  }
}

async function change(instanceId: string, apply: (name: InstanceName) => Promise<boolean>): Promise<boolean> {
  const name = parseInstanceId(instanceId);
  return name !== null && (await apply(name));
}

function summarise(instance: DeviceInstance): InstanceSummary {
  const { serialNumber, sequenceNumber, description, activatedAt, lastUsedAt, keeping } = instance;
  const state = instance.state === 'locked' ? 'locked' : 'active';
  return {
    instanceId: formatInstanceId(serialNumber, sequenceNumber),
    serialNumber,
    sequenceNumber,
    description,
    activatedAt,
    lastUsedAt,
    keeping,
    state,
  };
}
