import { NO_PROOFS } from '../../accounts/proofs/check-proofs';
import { beginPasskeyRegistration, finishPasskeyRegistration } from '../../accounts/passkeys/register-passkey';
import { openSession } from '../../accounts/sessions/open-session';
import { signOut } from '../../accounts/sessions/sign-out';
import { noRequest } from '../../audit/audit-context';
import type { Services } from '../../server/composition/compose';
import { accept, refuse, type Result } from '../../shared/result';
import { SoftwareAuthenticator, type KeptPasskey } from './software-authenticator';
import type { Question } from './door-messages';

/**
 * Adds a passkey as the profile page does, in a session of its own with an identity provider's proof: what the password
 * alone permits depends on the enrolment level and the age of a role.
 */
export async function addPasskey(
  { userId }: Extract<Question, { kind: 'add-passkey' }>,
  { accounts, proofs, config }: Services,
): Promise<Result<KeptPasskey, string>> {
  const { relyingParty } = accounts.passkeys;
  if (!relyingParty) return refuse('browsers offer no passkeys at this address');
  const user = await accounts.users.find(userId, config.domain);
  if (!user) return refuse(`there is no ${userId}`);
  const origin = noRequest(crypto.randomUUID());
  const now = accounts.clock.now();
  const fact = { type: 'sign-in-succeeded', isNewBrowser: false } as const;
  const provedAt = { password: now, provider: now };
  const signedIn = await openSession(
    accounts,
    user,
    fact,
    origin,
    await accounts.sessions.epochOf(user),
    null,
    provedAt,
  );
  if (!signedIn) return refuse(`the account of ${userId} has just changed`);
  const result = await beginPasskeyRegistration(proofs, signedIn, NO_PROOFS, origin);
  if (!result.ok) return result;
  const authenticator = new SoftwareAuthenticator(relyingParty.origin);
  const passkey = { answer: authenticator.register(result.value), name: 'Passkey of the test kit' };
  const finished = await finishPasskeyRegistration(proofs, signedIn, passkey, origin);
  if (!finished.ok) return finished;
  await signOut(accounts, signedIn, origin);
  return accept(authenticator.passkey);
}
