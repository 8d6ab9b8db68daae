import type {
  GatewayPasswordPorts,
  GatewayPinPorts,
  PasskeyPorts,
  PasswordPorts,
  PasswordSyncPorts,
  ProviderPorts,
  VirtualAuthenticatorPorts,
} from '../../accounts/account-ports';
import { CountingRateLimiter } from '../../accounts/sign-in/counting-rate-limiter';
import { RememberingKnownNetworks } from '../../accounts/sign-in/known-networks';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { AuditAppender } from '../../database/side-effects/append-audit-records';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { freezeLookup } from '../../database/tables/safety/prisma-freeze-store';
import { PrismaKnownNetworks } from '../../database/tables/accounts/prisma-known-networks';
import { PrismaPasskeyStore } from '../../database/tables/accounts/prisma-passkey-store';
import { PrismaProviderAccounts } from '../../database/tables/accounts/prisma-provider-accounts';
import { PrismaRateLimitStore } from '../../database/tables/accounts/prisma-rate-limit-store';
import { PrismaSessionStore } from '../../database/tables/accounts/prisma-session-store';
import { systemRandom } from '../../shared/random';
import { auditLogOf, type Installation } from './installation';
import type { OpenedGateway } from './opened-gateway';
import { relyingPartyOf } from './relying-party';
import { SimpleWebAuthnVerifier } from './simple-web-authn-verifier';
import { ZxcvbnPasswordEstimator } from './zxcvbn-password-estimator';

/** For programs that open no gateway. */
const KEEPS_NOTHING = { passwords: null, pins: null, passwordSync: null, virtualAuthenticator: null } as const;

/**
 * Accounts and sessions.
 * @param persist writes audit events with what users are told of them
 * @param users see `openDirectory`
 * @param gateway what it keeps of its users, where a program opens it
 */
export function openAccounts(
  installation: Pick<Installation, 'config' | 'database' | 'chainKeys' | 'keyRing' | 'clock'>,
  appender: AuditAppender,
  persist: PersistSideEffects,
  users: UserDirectory,
  gateway: Pick<OpenedGateway, keyof typeof KEEPS_NOTHING> = KEEPS_NOTHING,
): PasswordPorts &
  PasskeyPorts &
  ProviderPorts &
  GatewayPasswordPorts &
  GatewayPinPorts &
  PasswordSyncPorts &
  VirtualAuthenticatorPorts {
  const { config, database, clock } = installation;
  const { domain, publicUrl, session, identityProvider } = config;
  return {
    users,
    gatewayPasswords: gateway.passwords,
    gatewayPins: gateway.pins,
    passwordSync: gateway.passwordSync,
    virtualAuthenticator: gateway.virtualAuthenticator,
    sessions: new PrismaSessionStore(database),
    freezes: freezeLookup(database.sql),
    passkeys: {
      store: new PrismaPasskeyStore(database.client),
      verifier: new SimpleWebAuthnVerifier(),
      relyingParty: relyingPartyOf(publicUrl),
    },
    identityProvider: {
      accounts: new PrismaProviderAccounts(database.client, persist),
      settings: identityProvider && {
        issuer: identityProvider.issuer,
        name: identityProvider.name,
        creates: identityProvider.creates,
        hasStrongContext: identityProvider.strongContexts.length > 0,
        givesRoles: identityProvider.roles !== null,
      },
    },
    rateLimiter: new CountingRateLimiter(new PrismaRateLimitStore(database, clock), clock),
    knownNetworks: new RememberingKnownNetworks(new PrismaKnownNetworks(database.client), clock),
    audit: auditLogOf(installation, appender),
    clock,
    random: systemRandom,
    passwords: new ZxcvbnPasswordEstimator(['tessera', domain, new URL(publicUrl).hostname]),
    settings: {
      domain,
      sessionLifetimeMs: session.lifetimeMs,
      stepUpAgeMs: session.stepUpAgeMs,
      staffIdleMs: session.staffIdleMs,
    },
  };
}
