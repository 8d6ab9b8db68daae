import type { AuditEvent } from '../audit/audit-event';
import type { NamedDevice } from '../audit/device-facts';
import type { UserKey } from '../shared/identifiers/user-key';
import type { Keeping } from '../shared/keeping';
import type { Result } from '../shared/result';
import type { OperationProgress } from './pending/pending-operation';

/**
 * Why a gateway lacks a capability: it has no such function, the function is not documented publicly, Tessera's
 * service user may not call it, or the settings leave it off. Pages choose the sentence.
 */
export type OffReason = 'not-offered' | 'not-documented' | 'not-permitted' | 'not-switched-on';

export type DirectoryCapabilities = Readonly<
  Record<'findOwner' | 'rename' | 'lock' | 'unlock' | 'remove' | 'testOneTimePassword' | 'limits', true | OffReason>
>;

/** What people can do with authenticators that are no app on a phone. */
export type HardwareCapabilities = Readonly<Record<'test' | 'pin' | 'clock', true | OffReason>>;

/** A gateway that can do all of it. */
export const EVERYTHING: DirectoryCapabilities = {
  findOwner: true,
  rename: true,
  lock: true,
  unlock: true,
  remove: true,
  testOneTimePassword: true,
  limits: true,
};

/** One authenticator licence activated on one device. */
export type AuthenticatorInstance = {
  /** Serial number and sequence number, `VDS1000042-1` (OneSpan §7.5). */
  instanceId: string;
  serialNumber: string;
  name: string;
  /** Undefined if the gateway does not say. */
  activatedAt?: Date;
  /** Null for never; undefined if the gateway does not say. */
  lastUsedAt?: Date | null;
  state: 'active' | 'locked';
  /** When it starts to work, which the gateway has delayed; left out once it works. */
  usableFrom?: Date;
  /** Set where its person may be able to sign in with neither it, nor another device, nor their password until it works. */
  leavesNoWayIn?: true;
  /** End of the probation, in which the device signs in and vouches for nothing; left out once it is trusted. */
  trustedFrom?: Date;
  /** How the phone's browser keeps it, as it has said; left out where nobody has. */
  keeping?: Keeping;
  /** Whether it is reached while its app is closed; left out where no phones are. */
  isReached?: boolean;
  /** Since when the gateway has a copy of its key; left out where it has none. */
  copyKeptAt?: Date;
  /** When its key last came back from a copy; left out where it never did, or long ago. */
  returnedAt?: Date;
  /** Its removal, where that waits for a second administrator of the gateway, or was refused lately. */
  removal?: OperationProgress;
};

/**
 * A removal that nobody needs at once, so that it may wait for approval.
 * @property by who asked for it, by user ID @property event recorded where it does not have to wait
 */
export type RemovalRequest = { owner: UserKey; name: string; by: string; event: AuditEvent };

/** A device that has expired at the gateway, signs nobody in and is not listed. */
export type ExpiredDevice = { instanceId: string; name: string; expiredAt: Date };

/** The device as records name it. A gateway without a name for it calls it by its instance ID. */
export function deviceInRecord({ instanceId, name }: Pick<AuthenticatorInstance, 'instanceId' | 'name'>): NamedDevice {
  return { instanceId, ...(name !== instanceId && { deviceName: name }) };
}

/**
 * Activations of a user's licence; a limit of 0 is none.
 * @property ofKind set where the limit is one on devices of this kind, and not on activations
 */
export type ActivationLimits = { used: number; limit: number; ofKind?: true };

/**
 * An authenticator that is no app on a phone: a device of its own, or a virtual one, whose codes the gateway sends. It vouches
 * for nobody on this site.
 */
export type OtherAuthenticator = {
  kind: 'hardware' | 'virtual';
  /** Its serial number, `0097123456`. */
  instanceId: string;
  name: string;
  state: AuthenticatorInstance['state'];
  /** Since when it is its owner's; undefined if the gateway does not say. */
  assignedAt?: Date;
  /** Null for never; undefined if the gateway does not say. */
  lastUsedAt?: Date | null;
  /** Whether one types a challenge into it, instead of reading what it shows by itself. */
  answersChallenges: boolean;
};

/** A hardware authenticator that waits to become its person's, or was refused to them lately. */
export type HardwareRequest = OperationProgress & { serialNumber: string };

/** All that a person holds, from one reading of the gateway. */
export type Holdings = {
  /** As `AuthenticatorDirectory.list`. */
  instances: AuthenticatorInstance[];
  others: OtherAuthenticator[];
  /** Left out where nothing waits for anybody. */
  requests?: HardwareRequest[];
  /** Latest expiry first. Empty where devices do not expire, or the gateway does not say. */
  expired: ExpiredDevice[];
  /** Null where `capabilities` rules them out, and while the gateway cannot tell. */
  limits: ActivationLimits | null;
  /** As `AuthenticatorDirectory.lockedOutUntil`; left out where that is null. */
  lockedOutUntil?: Date;
};

export type OneTimePasswordRefusal =
  | { code: 'wrong-password' }
  | { code: 'already-used' }
  | { code: 'locked' }
  | { code: 'not-found' }
  /** The password belongs to a time outside the tolerance. Positive: the phone's clock is ahead. */
  | { code: 'clock-off'; driftSeconds: number };

/** @property driftSeconds by how much the phone's clock is ahead; null if the gateway does not say */
export type OneTimePasswordVerdict =
  | { ok: true; driftSeconds: number | null }
  | { ok: false; refusal: OneTimePasswordRefusal };

/**
 * PORT: the device instances of a gateway. Only activated instances are listed. Every method throws `GatewayError` if
 * the gateway fails, and `TypeError` if `capabilities` rules it out. Use cases check who owns an instance.
 */
export interface AuthenticatorDirectory {
  readonly capabilities: DirectoryCapabilities;
  /** Absent where there are phones alone. */
  readonly hardware?: HardwareCapabilities;
  /** Newest activation first. */
  list(owner: UserKey): Promise<AuthenticatorInstance[]>;
  /** Null while the gateway cannot tell. */
  limits(owner: UserKey): Promise<ActivationLimits | null>;
  /** For pages that show all of it. */
  holdings(owner: UserKey): Promise<Holdings>;
  /** When an activated device starts to work; null once it works. Absent where devices work at once. */
  usableFrom?(instanceId: string): Promise<Date | null>;
  /**
   * When a device that is activated now starts to work, where activating it ends its person's only other way in, the
   * password, before that; null where it does not. Absent where devices work at once.
   */
  lockedOutUntil?(owner: UserKey): Promise<Date | null>;
  /** @param serialNumber as the gateway writes it, `VDS1000042` @returns null if it has no owner */
  findOwner(serialNumber: string): Promise<UserKey | null>;
  /** @param name 1 to 64 characters */
  rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>>;
  /** Idempotent. */
  lock(instanceId: string): Promise<Result<null, 'not-found'>>;
  /** Of the device alone. `held`: the gateway has locked its person's account, which its own staff lift. */
  unlock(instanceId: string): Promise<Result<null, 'held' | 'not-found'>>;
  /** Erases its keys for good, and at once; the instance no longer counts against the limit. */
  remove(instanceId: string): Promise<Result<null, 'not-found'>>;
  /**
   * Removes it in the way that the gateway's administrators want. `awaiting-approval`: one of them has to agree, and the device
   * works until then; asking again changes nothing. It records its end itself. Absent where `remove` is as good.
   */
  removeOnRequest?(
    instanceId: string,
    request: RemovalRequest,
  ): Promise<Result<null, 'not-found' | 'awaiting-approval'>>;
  /** Accepts each password once and tolerates one time step of clock drift (RFC 6238 §5.2, §6). */
  testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict>;
}

/** For a gateway whose people hold phones alone. */
export async function phonesHeld(
  directory: Pick<AuthenticatorDirectory, 'capabilities' | 'list' | 'limits'>,
  owner: UserKey,
): Promise<Holdings> {
  const [instances, limits] = await Promise.all([
    directory.list(owner),
    directory.capabilities.limits === true ? directory.limits(owner) : null,
  ]);
  return { instances, others: [], expired: [], limits };
}

/** The directory, which says more of its devices wherever it lists them. */
export function describeInstances(
  directory: AuthenticatorDirectory,
  describe: (instances: AuthenticatorInstance[]) => Promise<AuthenticatorInstance[]>,
): AuthenticatorDirectory {
  return delegateDirectory(directory, {
    list: async (owner) => describe(await directory.list(owner)),
    async holdings(owner) {
      const held = await directory.holdings(owner);
      return { ...held, instances: await describe(held.instances) };
    },
  });
}

/** The directory, with some of its methods replaced. */
export function delegateDirectory(
  directory: AuthenticatorDirectory,
  replaced: Partial<AuthenticatorDirectory>,
): AuthenticatorDirectory {
  return {
    capabilities: directory.capabilities,
    ...(directory.hardware && { hardware: directory.hardware }),
    list: (owner) => directory.list(owner),
    limits: (owner) => directory.limits(owner),
    holdings: (owner) => directory.holdings(owner),
    ...(directory.usableFrom && {
      usableFrom: (instanceId) => directory.usableFrom?.(instanceId) ?? Promise.resolve(null),
    }),
    ...(directory.lockedOutUntil && {
      lockedOutUntil: (owner) => directory.lockedOutUntil?.(owner) ?? Promise.resolve(null),
    }),
    findOwner: (serialNumber) => directory.findOwner(serialNumber),
    rename: (instanceId, name) => directory.rename(instanceId, name),
    lock: (instanceId) => directory.lock(instanceId),
    unlock: (instanceId) => directory.unlock(instanceId),
    remove: (instanceId) => directory.remove(instanceId),
    ...(directory.removeOnRequest && {
      removeOnRequest: (instanceId, request) =>
        directory.removeOnRequest?.(instanceId, request) ?? directory.remove(instanceId),
    }),
    testOneTimePassword: (instanceId, oneTimePassword) => directory.testOneTimePassword(instanceId, oneTimePassword),
    ...replaced,
  };
}
