import type { ProviderIdentity } from '../provider/provider-identity';
import { userIdFrom } from '../provider/provider-identity';
import { parseDisplayName } from '../users/new-user';
import type { IdentityProviderConfig } from '../../config/sections/identity-provider-config';
import { parseMailAddress } from '../../shared/mail-address';
import { SECOND } from '../../shared/time/duration';

/** Longest `sub` (OpenID Connect Core §2), and longest `acr` that is recorded. */
const LONGEST_SUBJECT = 255;
const LONGEST_CONTEXT = 200;

/** Tolerated lead of the provider's clock, in seconds: usual between synchronized servers. */
const CLOCK_SKEW_S = 60;

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads verified claims.
 * @param claims of the ID token, and what the userinfo endpoint adds
 * @returns null if they are not of the configured issuer, lack the subject or the time of the sign-in, or are of the future
 */
export function readClaims(
  { issuer, strongContexts, userClaim, roles }: Omit<IdentityProviderConfig, 'clientId' | 'clientSecret'>,
  claims: Claims,
  now: Date,
): ProviderIdentity | null {
  const { iss, sub, acr, auth_time: signedInAt } = claims;
  if (iss !== issuer || typeof sub !== 'string' || sub === '' || sub.length > LONGEST_SUBJECT) return null;
  // Core §2: required because `max_age` is always requested. Without it an old sign-in would pass for a new one.
  if (typeof signedInAt !== 'number' || !Number.isFinite(signedInAt)) return null;
  // A sign-in of the future would be a fresh one for as long as it says.
  const latest = now.getTime() / SECOND + CLOCK_SKEW_S;
  if (signedInAt > latest || !(typeof claims['iat'] === 'number' && claims['iat'] <= latest)) return null;
  const context = typeof acr === 'string' && acr.length <= LONGEST_CONTEXT ? acr : null;
  const address = claims['email_verified'] === true ? parseMailAddress(textOf(claims['email'])) : null;
  const claimedUser = userClaim === 'email' && address === null ? '' : textOf(claims[userClaim]);
  const values = roles && valuesOf(claims[roles.claim]);
  return {
    issuer,
    subject: sub,
    userId: userIdFrom(claimedUser),
    displayName: displayNameOf(claims['name']),
    mailAddresses: address === null ? [] : [address],
    roles: roles && values && roles.mapping.filter(({ value }) => values.includes(value)).map(({ role }) => role),
    context,
    isStrong: context !== null && strongContexts.includes(context),
    authenticatedAt: new Date(signedInAt * SECOND),
  };
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}

/** One value, or a list of them. */
function valuesOf(claim: unknown): readonly unknown[] {
  return Array.isArray(claim) ? claim : [claim];
}

function displayNameOf(claim: unknown): string | null {
  return parseDisplayName(textOf(claim));
}
