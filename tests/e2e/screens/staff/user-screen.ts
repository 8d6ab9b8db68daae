import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** `/helpdesk/users/{userId}` */
export function userScreen(page: Page) {
  const devices = page.getByRole('list', { name: names.user.devices }).getByRole('listitem');
  return {
    reissue: page.getByRole('button', { name: names.user.reissue }),
    firstStep: page.getByRole('region', { name: names.user.firstStep }),
    lost: (device: string) => page.getByRole('link', { name: names.user.lost(device) }),
    replace: (device: string) => page.getByRole('link', { name: names.user.replace(device) }),
    copyStory: page.getByRole('button', { name: names.user.copyStory }),
    devices,
    lock: devices.getByText(namePattern(names.user.lock)),
    lockThis: page.getByRole('button', { name: namePattern(names.user.lockIt) }),
    undoLock: page.getByRole('button', { name: namePattern(names.user.undoLock) }),
    signOutEverywhere: page.locator('summary').filter({ hasText: names.user.signOutEverywhere }),
    signThemOut: page.getByRole('button', { name: names.user.signThemOut }),
    remove: devices.getByText(namePattern(names.user.remove)),
    requestRemoval: page.getByRole('button', { name: namePattern(names.user.requestRemoval) }),
    ticket: page.getByRole('textbox', { name: names.user.ticket }),
    couldConfirm: page.getByRole('group').filter({ hasText: names.user.couldConfirm }),
    activity: page.getByRole('region', { name: names.area.recentActivity }),
  };
}
