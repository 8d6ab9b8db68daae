import type { Page } from '@playwright/test';

/**
 * Adds DevTools' virtual authenticator to a page: a fingerprint sensor that always recognises its user.
 * @param hasPrf whether it supports WebAuthn's PRF extension
 */
export async function addVirtualAuthenticator(page: Page, { hasPrf }: { hasPrf: boolean }): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
}
