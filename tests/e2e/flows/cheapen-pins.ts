import type { BrowserContext, Page } from '@playwright/test';

const cheap = new WeakSet<BrowserContext>();

/**
 * Lets this phone derive keys from PINs in one round from now on: nobody guesses these, and each key costs a fifth of a second.
 * `unit/phone/protected-key` holds the number of rounds, and whoever types a PIN by keyboard pays for it.
 */
export async function cheapenPins(phonePage: Page): Promise<void> {
  const context = phonePage.context();
  if (cheap.has(context)) return;
  cheap.add(context);
  await context.addInitScript(deriveInOneRound);
  await Promise.all(context.pages().map((page) => page.evaluate(deriveInOneRound)));
}

function deriveInOneRound(): void {
  if (!globalThis.isSecureContext) return;
  const { subtle } = crypto;
  const derive = subtle.deriveKey.bind(subtle);
  subtle.deriveKey = (parameters, ...others) =>
    derive(
      'iterations' in (parameters as object) ? { ...(parameters as Pbkdf2Params), iterations: 1 } : parameters,
      ...others,
    );
}
