import type { KeyRing } from '../../../wire/crypto/key-ring';
import type { SrpParameters } from '../../../wire/crypto/srp/srp-parameters';
import type { Clock } from '../../../shared/time/clock';
import type { Random } from '../../../shared/random';
import type { EndedChallenge } from './challenges/challenge';
import type { ChallengeStore } from './challenges/challenge-store';
import type { DeviceDesk } from './device-desk';
import type { GatewaySettings } from './gateway-settings';
import type { GatewayStore } from './gateway-store';
import type { PushDesk } from './push/push-desk';
import type { Registration } from './registration/registration';

/** Dependencies of the gateway's operations. */
export type GatewayContext = {
  readonly store: GatewayStore;
  readonly challenges: ChallengeStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly keyRing: KeyRing;
  readonly settings: GatewaySettings;
  readonly srp: SrpParameters;
  readonly desk: DeviceDesk;
  /** Null where no push messages are sent. */
  readonly push: PushDesk | null;
  /**
   * Notifies the website that a registration has changed. Never rejects.
   * @param moved the registration as it was saved, where the caller has it whole
   */
  readonly reportProgress: (registrationIdentifier: string, moved?: Registration) => Promise<void>;
  /** Notifies the website that a challenge has ended without a session. Never rejects. */
  readonly reportChallengeEnd: (endedChallenge: EndedChallenge) => Promise<void>;
};
