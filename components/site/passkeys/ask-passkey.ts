import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { AssertionOptions, RegistrationOptions } from '@/lib/accounts/passkeys/passkey-options';

/**
 * Why there is no answer. `given-up`: its user cancelled, or the browser found no passkey, which it does not tell apart.
 * `elsewhere`: the page is not at the address that the site's passkeys are for. `page-too-old`: the site has a newer version.
 */
export type PasskeyTrouble =
  | 'given-up'
  | 'elsewhere'
  | 'not-supported'
  | 'already-there'
  | 'too-many-attempts'
  | 'page-too-old'
  | 'unreachable';

export type PasskeyAnswer = { ok: true; answer: string } | { ok: false; trouble: PasskeyTrouble };

/**
 * Asks for a challenge of the site, and the browser for an answer to it.
 * @param path of the route that gives challenges
 * @param isQuiet offers the passkeys in the autofill of the user ID, until one is chosen or another request begins
 */
export async function askPasskey(path: `/api/passkeys/${string}`, isQuiet = false): Promise<PasskeyAnswer> {
  if (!browserSupportsWebAuthn()) return { ok: false, trouble: 'not-supported' };
  const options = await challenge(path);
  if (typeof options === 'string') return { ok: false, trouble: options };
  return answered(() => startAuthentication({ optionsJSON: options, useBrowserAutofill: isQuiet }));
}

/** Asks the browser to make a passkey. */
export async function makePasskey(options: RegistrationOptions): Promise<PasskeyAnswer> {
  if (!browserSupportsWebAuthn()) return { ok: false, trouble: 'not-supported' };
  return answered(() => startRegistration({ optionsJSON: options }));
}

async function challenge(path: string): Promise<(AssertionOptions & { allowCredentials: never[] }) | PasskeyTrouble> {
  try {
    const response = await fetch(path, { method: 'POST' });
    if (response.status === 429) return 'too-many-attempts';
    if (!response.ok) return 'unreachable';
    return (await response.json()) as AssertionOptions & { allowCredentials: never[] };
  } catch {
    return 'unreachable';
  }
}

async function answered(ask: () => Promise<object>): Promise<PasskeyAnswer> {
  try {
    return { ok: true, answer: JSON.stringify(await ask()) };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): PasskeyTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'SecurityError') return 'elsewhere';
  return name === 'InvalidStateError' ? 'already-there' : 'given-up';
}
