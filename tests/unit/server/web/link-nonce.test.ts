import { expect, test } from 'vitest';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { isLinkNonceOf, makeLinkNonce } from '@/lib/server/web/answers/link-nonce';

const OWN = { sessionSecret: 'secret', sessionId: 'session', activationId: `act-${'0'.repeat(32)}` as ActivationId };

test('a link’s nonce is the session’s and the activation’s, and each is another one', () => {
  const nonce = makeLinkNonce(OWN, systemRandom);
  expect(nonce).toMatch(/^[\w-]{43}$/);
  expect(makeLinkNonce(OWN, systemRandom)).not.toBe(nonce);
  expect(isLinkNonceOf(OWN, nonce)).toBe(true);
});

test('threat: a nonce of another session, activation or site, and one that is made up, is none', () => {
  const nonce = makeLinkNonce(OWN, systemRandom);
  expect(isLinkNonceOf({ ...OWN, sessionId: 'other' }, nonce)).toBe(false);
  expect(isLinkNonceOf({ ...OWN, activationId: `act-${'1'.repeat(32)}` as ActivationId }, nonce)).toBe(false);
  expect(isLinkNonceOf({ ...OWN, sessionSecret: 'other' }, nonce)).toBe(false);
  for (const made of ['', 'A'.repeat(43), nonce.slice(0, -2), `${nonce}AAAA`])
    expect(isLinkNonceOf(OWN, made)).toBe(false);
});
