import { describe, expect, it } from 'vitest';
import type { Passkey } from '@/lib/accounts/passkeys/passkey';
import { parseAssertionAnswer, parseRegistrationAnswer } from '@/lib/accounts/passkeys/passkey-answer';
import { SimpleWebAuthnVerifier } from '@/lib/server/composition/simple-web-authn-verifier';
import VECTORS from '../../../vectors/webauthn-simplewebauthn.json' with { type: 'json' };

const verifier = new SimpleWebAuthnVerifier();
const { relyingParty, registration, assertionWithoutUserVerification: unverified } = VECTORS;

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('not read');
  return value;
}

describe('a registration that a browser made', () => {
  const answer = present(parseRegistrationAnswer(JSON.stringify(registration.answer)));

  it('a browser’s registration is verified', async () => {
    expect(answer.challenge).toBe(registration.challenge);
    expect(await verifier.verifyRegistration(answer, registration.challenge, relyingParty)).toMatchObject({
      credentialId: registration.answer.id,
      counter: 0,
      aaguid: '00000000-0000-0000-0000-000000000000',
      isBackupEligible: false,
      isBackedUp: false,
    });
  });

  it.each([
    ['another challenge', 'AAAA', relyingParty],
    ['another origin', registration.challenge, { ...relyingParty, origin: 'https://evil.example' }],
    ['another RP ID', registration.challenge, { ...relyingParty, id: 'evil.example' }],
  ])('a registration is refused for %s', async (_what, challenge, party) => {
    expect(await verifier.verifyRegistration(answer, challenge, party)).toBeNull();
  });

  it('a registration under a credential ID other than the attested one is refused', async () => {
    const renamed = { ...answer, credentialId: 'AAAA' };
    expect(await verifier.verifyRegistration(renamed, registration.challenge, relyingParty)).toBeNull();
  });
});

it('an assertion that a browser made without user verification is refused', async () => {
  const answer = present(parseAssertionAnswer(JSON.stringify(unverified.answer)));
  const passkey = { credentialId: unverified.answer.id, publicKey: unverified.publicKey } as Passkey;
  expect(await verifier.verifyAssertion(answer, unverified.challenge, relyingParty, passkey)).toBeNull();
});
