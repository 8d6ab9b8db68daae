import type { Page } from '@playwright/test';
import { areaScreen } from '../screens/area-screen';

export async function signOut(page: Page): Promise<void> {
  const { account, signOut: button } = areaScreen(page);
  await account.click();
  await button.click();
}
