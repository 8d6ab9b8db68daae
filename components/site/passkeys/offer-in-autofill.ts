import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser';
import { MINUTE } from '@/lib/shared/time/duration';
import { askPasskey } from './ask-passkey';

/** Before the site's challenge ends, which is after five minutes. */
const RENEWED_AFTER_MS = 4 * MINUTE;

/**
 * Offers passkeys in the autofill of the user ID, with a fresh challenge every few minutes while the page is visible,
 * until one is chosen, the browser has none, another request takes the place of this one, or `signal` aborts.
 * @returns the answer; null if there is none
 */
export async function offerInAutofill(signal: AbortSignal): Promise<string | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      await untilVisible(signal);
      if (signal.aborted) return null;
      let isRenewed = false;
      const renewal = setTimeout(() => {
        isRenewed = true;
        stop();
      }, RENEWED_AFTER_MS);
      const passkeyAnswer = await askPasskey('/api/passkeys/sign-in', true);
      clearTimeout(renewal);
      if (passkeyAnswer.ok) return passkeyAnswer.answer;
      if (!isRenewed) return null;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function untilVisible(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return;
  await new Promise((resolve) => {
    document.addEventListener('visibilitychange', resolve, { once: true, signal });
    signal.addEventListener('abort', resolve, { once: true });
  });
}

function stop(): void {
  WebAuthnAbortService.cancelCeremony();
}
