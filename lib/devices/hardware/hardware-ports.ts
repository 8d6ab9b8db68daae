import type { UserKey } from '../../shared/identifiers/user-key';
import type { AuthenticatorPorts } from '../authenticator-ports';
import type { PendingOperationPorts } from '../pending/follow-operation';

/** What one types into a device, which shows the response to it. @property key names it to the gateway */
export type HardwareChallenge = { key: string; text: string };

/** @property newPin null where none is to be chosen */
export type AssignmentRequest = {
  /** `0097123456`. */
  serialNumber: string;
  password: string;
  /** What the device shows, behind its PIN where it has one; empty where it wants a challenge. */
  response: string;
  newPin: string | null;
};

/**
 * `refused`: serial number, password, response or PIN, or that somebody else has the device: told apart, it would say which
 * serial numbers are whose. `unconfirmed`: the gateway took it, and does not show the device as theirs yet. `proved`: password and
 * response were right and the device is free, and the command that assigns it is still to be sent, because it may have to wait
 * for a second administrator (`lib/devices/pending`).
 */
export type AssignmentAnswer =
  | { kind: 'assigned' | 'unconfirmed' | 'proved' | 'refused' }
  | { kind: 'challenge'; challenge: HardwareChallenge };

/** PORT: makes a hardware authenticator its owner's, by its serial number. Every method throws GatewayError. */
export interface HardwareAssignment {
  assign(owner: UserKey, request: AssignmentRequest): Promise<AssignmentAnswer>;
  /** @param serialNumber that was assigned with @param key of the challenge that it was answered with */
  answer(owner: UserKey, serialNumber: string, key: string, response: string): Promise<AssignmentAnswer>;
}

/** PORT: tries hardware authenticators, beyond `AuthenticatorDirectory.testOneTimePassword`. Throws GatewayError. */
export interface HardwareTrials {
  /** @returns null where the device wants none */
  challenge(owner: UserKey, serialNumber: string): Promise<HardwareChallenge | null>;
  /** A wrong response may count as a wrong sign-in. */
  answer(owner: UserKey, serialNumber: string, key: string, response: string): Promise<boolean>;
  /** @param responses two in a row @returns whether they say how far the clock is off */
  repairClock(owner: UserKey, serialNumber: string, responses: readonly [string, string]): Promise<boolean>;
}

/**
 * @property assignment null where people do not assign @property trials null where people do not try
 * @property pendingOperations null where no command waits for anybody
 */
export type HardwarePorts = Pick<
  AuthenticatorPorts,
  'directory' | 'audit' | 'rateLimiter' | 'clock' | 'deviceActs' | 'random'
> & {
  pendingOperations: PendingOperationPorts | null;
  hardware: { assignment: HardwareAssignment | null; trials: HardwareTrials | null };
};
