import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/profile` */
export function profileScreen(page: Page) {
  const sessions = page.getByRole('list', { name: names.profile.sessions }).getByRole('listitem');
  return {
    sessions,
    feedback: page.getByRole('main').getByRole('status').filter({ hasText: /./ }),
    mailLanguage: page.getByLabel(names.profile.mailLanguage),
    saveLanguage: page.getByRole('button', { name: names.profile.saveLanguage }),
    timeZone: page.getByRole('combobox', { name: names.profile.timeZone }),
    saveTimeZone: page.getByRole('button', { name: names.profile.saveTimeZone }),
    stayHere: page.getByLabel(names.profile.stayHere),
    signOutEverywhere: page.getByRole('button', { name: names.profile.signOutEverywhere }),
    currentPassword: page.getByLabel(names.profile.currentPassword),
    newPassword: page.getByLabel(names.password.newPassword, { exact: true }),
    newPasswordAgain: page.getByLabel(names.password.newPasswordAgain),
    changePassword: page.getByRole('button', { name: names.profile.changePassword }),
    currentPin: page.getByLabel(names.profile.currentPin),
    newPin: page.getByLabel(names.profile.newPin, { exact: true }),
    newPinAgain: page.getByLabel(names.profile.newPinAgain),
    pinOneTimePassword: page.getByLabel(names.profile.pinOneTimePassword),
    changePin: page.getByRole('button', { name: names.profile.changePin }),
    pinChanged: page.getByRole('status').filter({ hasText: names.profile.pinChanged }),
    elsewherePassword: page.getByLabel(names.profile.elsewherePassword),
    syncOneTimePassword: page.getByLabel(names.profile.syncOneTimePassword),
    synchronise: page.getByRole('button', { name: names.profile.synchronise }),
    synchronised: page.getByRole('status').filter({ hasText: names.profile.synchronised }),
    addresses: page.getByLabel(names.profile.addresses),
    saveAddresses: page.getByRole('button', { name: names.profile.saveAddresses }),
    changed: page.getByRole('status').filter({ hasText: names.profile.passwordChanged }),
  };
}
