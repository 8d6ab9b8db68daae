/** What came of a one-time password. A device that is gone has no login to test, but a caller may name one. */
export const LOGIN_TEST_OUTCOMES = ['valid', 'wrong-password', 'already-used', 'locked', 'clock-off'] as const;
export const CALLER_TEST_OUTCOMES = [...LOGIN_TEST_OUTCOMES, 'not-found'] as const;

/** What a person did with a device of their own. @property instanceId of the old one where one replaces another */
export type DeviceFact = OwnDeviceFact | ReplacementFact;

type OwnDeviceFact =
  | { type: 'authenticator-renamed'; instanceId: string; name: string }
  | { type: 'authenticator-locked' | 'authenticator-unlocked' | 'authenticator-removed'; instanceId: string }
  | { type: 'login-tested'; instanceId: string; outcome: (typeof LOGIN_TEST_OUTCOMES)[number] };

export type ReplacementFact =
  | { type: 'replacement-started' | 'replacement-cancelled'; instanceId: string }
  | {
      type: 'device-retired' | 'replacement-undone' | 'replacement-finished' | 'replacement-stopped';
      instanceId: string;
      newInstanceId: string;
    };
