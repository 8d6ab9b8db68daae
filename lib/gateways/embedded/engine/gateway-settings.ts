import { DAY, MINUTE, SECOND } from '../../../shared/time/duration';

export type GatewaySettings = {
  /** How long an activation image may be scanned. */
  registrationLifetimeMs: number;
  /** How long the phone has from its first connection on, so that one who scans late can still choose a PIN. */
  completionLifetimeMs: number;
  /** Devices that a new licence allows at one time; 0 for any number. */
  activationLimit: number;
  /** PIN length that a new licence asks for, in digits, 4 to 16. */
  pinMinimumLength: number;
  pinMaximumLength: number;
  /** Whether phones of a new licence may register for push messages. */
  notificationsEnabled: boolean;
  /** Wrong proofs (evidence, device code, signature) that end a registration. */
  wrongProofLimit: number;
  /** How long after an activation its last connection is answered again, for a phone that has lost the answer. */
  lostAnswerMs: number;
  /** How long ended registrations are kept. */
  retentionMs: number;
  /** How long a login image may be scanned and answered. */
  challengeLifetimeMs: number;
  /** How long the asking browser has, once the phone has said yes, to open its session. */
  challengeRedemptionMs: number;
  /** How long the helpdesk has, once the caller's phone has said yes, to finish what it is asked for. */
  callerCheckRedemptionMs: number;
  /** How long a person's phones read no challenge after a wrong number; see `wrong-number-pause.ts`. */
  wrongNumberPauseMs: number;
  /** The longest that it becomes. */
  longestWrongNumberPauseMs: number;
  /** How long wrong numbers count. */
  wrongNumberMemoryMs: number;
  /** How long ended challenges are kept, with the addresses of those who asked. */
  challengeRetentionMs: number;
};

export const DEFAULT_GATEWAY_SETTINGS: GatewaySettings = {
  registrationLifetimeMs: 300 * SECOND,
  completionLifetimeMs: 300 * SECOND,
  activationLimit: 3,
  pinMinimumLength: 4,
  pinMaximumLength: 8,
  notificationsEnabled: true,
  wrongProofLimit: 3,
  lostAnswerMs: 15 * MINUTE,
  retentionMs: 30 * DAY,
  challengeLifetimeMs: 60 * SECOND,
  challengeRedemptionMs: 60 * SECOND,
  callerCheckRedemptionMs: 15 * MINUTE,
  wrongNumberPauseMs: 30 * SECOND,
  longestWrongNumberPauseMs: 5 * MINUTE,
  wrongNumberMemoryMs: 15 * MINUTE,
  challengeRetentionMs: DAY,
};
