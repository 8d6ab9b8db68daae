import type { AccessPorts } from '../access-ports';
import type { PhoneChallengeGateway } from './phone-challenge-gateway';
import type { Sha256 } from '../../shared/identifiers/phone-sign-in-id';

/** What signing in with a phone needs. */
export type PhoneSignInPorts = AccessPorts & { gateway: PhoneChallengeGateway; sha256: Sha256 };
