import type { Page } from '@playwright/test';

/**
 * Gives a phone's tab a fingerprint sensor that recognises its owner at once (DevTools' virtual authenticator).
 * @param hasPrf whether the check gives a secret to unlock keys with
 */
export async function addVirtualAuthenticator(page: Page, { hasPrf }: { hasPrf: boolean }): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
}
