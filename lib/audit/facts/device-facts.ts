/** Outcomes of a one-time password. `not-found`: a caller may name a device that was removed. */
export const LOGIN_TEST_OUTCOMES = ['valid', 'wrong-password', 'already-used', 'locked', 'clock-off'] as const;
export const CALLER_TEST_OUTCOMES = [...LOGIN_TEST_OUTCOMES, 'not-found'] as const;

/** Facts about users' own devices. @property instanceId the old device's in a replacement */
export type DeviceFact = OwnDeviceFact | ReplacementFact;

type OwnDeviceFact =
  | { type: 'authenticator-renamed'; instanceId: string; name: string }
  | { type: 'authenticator-locked' | 'authenticator-unlocked'; instanceId: string }
  /** @property name of the device; not in records from before removals were told by mail */
  | { type: 'authenticator-removed'; instanceId: string; name?: string }
  | { type: 'login-tested'; instanceId: string; outcome: (typeof LOGIN_TEST_OUTCOMES)[number] };

export type ReplacementFact =
  | { type: 'replacement-started' | 'replacement-cancelled'; instanceId: string }
  | {
      type: 'device-retired' | 'replacement-undone' | 'replacement-finished' | 'replacement-stopped';
      instanceId: string;
      newInstanceId: string;
    };
