import type { AuditLog } from '../audit/audit-log';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { VouchingDevices } from './proofs/vouching-devices';
import type { FreezeLookup } from './freeze/freeze';
import type { GatewayPasswords, PasswordSync } from './sign-in/gateway-passwords';
import type { GatewayPins } from './sign-in/gateway-pins';
import type { KnownNetworks } from './sign-in/known-networks';
import type { PasswordEstimator } from './sign-in/password-policy';
import type { RateLimiter } from './sign-in/rate-limiter';
import type { SessionStore } from './sessions/session-store';
import type { ProviderAccounts } from './provider/provider-accounts';
import type { ProviderSettings } from './provider/provider-identity';
import type { PasskeyStore } from './passkeys/passkey-store';
import type { PasskeyVerifier, RelyingParty } from './passkeys/passkey-verifier';
import type { UserDirectory } from './users/user-directory';
import type { VirtualAuthenticator } from './sign-in/virtual-authenticator';
import type { PhoneChallengeGateway } from './phone-sign-in/phone-challenge-gateway';

/** For signing in and out. */
export type AccountPorts = {
  users: UserDirectory;
  sessions: SessionStore;
  freezes: FreezeLookup;
  rateLimiter: RateLimiter;
  knownNetworks: KnownNetworks;
  audit: AuditLog;
  clock: Clock;
  random: Random;
  settings: {
    /** The domain of users who sign in without naming one. */
    domain: string;
    sessionLifetimeMs: number;
    stepUpAgeMs: number;
    /** How long a staff session may stay idle before it ends. */
    staffIdleMs: number;
  };
};

/** For passkeys. @property relyingParty null where browsers offer no passkeys at the site's address */
export type PasskeyPorts = AccountPorts & {
  passkeys: { store: PasskeyStore; verifier: PasskeyVerifier; relyingParty: RelyingParty | null };
};

/** For signing in with an OpenID provider. @property settings null if no OpenID provider is configured */
export type ProviderPorts = AccountPorts & {
  identityProvider: { accounts: ProviderAccounts; settings: ProviderSettings | null };
};

/** For setting passwords. */
export type PasswordPorts = AccountPorts & { passwords: PasswordEstimator };

/** For passwords that an authentication server keeps. @property gatewayPasswords null where they are not changed here */
export type GatewayPasswordPorts = AccountPorts & { gatewayPasswords: GatewayPasswords | null };

/** For passwords of the directory behind an authentication server. @property passwordSync null where it learns none */
export type PasswordSyncPorts = AccountPorts & { passwordSync: PasswordSync | null };

/** For PINs that an authentication server keeps. @property gatewayPins null where they are not changed here */
export type GatewayPinPorts = AccountPorts & { gatewayPins: GatewayPins | null };

/** For one-time passwords that an authentication server sends. @property virtualAuthenticator null where it sends none */
export type VirtualAuthenticatorPorts = AccountPorts & { virtualAuthenticator: VirtualAuthenticator | null };

/** For signing in with a phone. */
export type PhoneSignInPorts = AccountPorts & {
  gateway: PhoneChallengeGateway;
  devices: Pick<VouchingDevices, 'mayVouch'>;
};
