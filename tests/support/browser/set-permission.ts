import type { Page } from '@playwright/test';

/** Sets what somebody, or the browser by itself, allows a site; `context.grantPermissions` knows neither refusals nor every name. */
export async function setPermission(
  page: Page,
  name: 'camera' | 'notifications' | 'persistent-storage',
  setting: 'granted' | 'denied',
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { browserContextId } = (await session.send('Target.getTargetInfo')).targetInfo;
  const { origin } = new URL(page.url());
  await session.send('Browser.setPermission', {
    permission: { name },
    setting,
    origin,
    ...(browserContextId && { browserContextId }),
  });
}
