import { DAY, MINUTE, SECOND } from '../../../shared/time/duration';

export type GatewaySettings = {
  /** How long an activation image can be scanned. */
  registrationLifetimeMs: number;
  /** The same for a phone without a network, whose code of 26 digits is typed besides. At most 15 minutes: a phone keeps what it has scanned no longer. */
  offlineLifetimeMs: number;
  /** The phone's time from its first connection on, so that a late scan still leaves time to choose a PIN. */
  completionLifetimeMs: number;
  /** Active devices that a new licence allows; 0 for no limit. */
  activationLimit: number;
  /** PIN length that a new licence requires, in digits, 4 to 16. */
  pinMinimumLength: number;
  pinMaximumLength: number;
  /** Whether phones of a new licence may register for push messages. */
  notificationsEnabled: boolean;
  /** Wrong proofs (evidence, device code, signature) that end a registration. */
  wrongProofLimit: number;
  /** How long the last connection is answered again after an activation, for a phone that has lost the reply. */
  lostAnswerMs: number;
  /** How long ended registrations are kept. */
  retentionMs: number;
  /** How long a login image can be scanned and answered. */
  challengeLifetimeMs: number;
  /** The requesting browser's time to open its session once the phone has approved. */
  challengeRedemptionMs: number;
  /** The agent's time to finish what they were asked for once the caller's phone has approved. */
  callerCheckRedemptionMs: number;
  /** How long a user's phones read no challenge after a wrong number; see `login-numbers.ts`. */
  wrongNumberPauseMs: number;
  /** Longest pause. */
  longestWrongNumberPauseMs: number;
  /** How long wrong numbers count. */
  wrongNumberMemoryMs: number;
  /** How long ended challenges are kept, with the addresses of their requesters. */
  challengeRetentionMs: number;
};

export const DEFAULT_GATEWAY_SETTINGS: GatewaySettings = {
  registrationLifetimeMs: 300 * SECOND,
  offlineLifetimeMs: 600 * SECOND,
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
