import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../../support/browser/alert-in';

/** `/sign-in/phone` */
export function phoneSignInScreen(page: Page) {
  return {
    open: page.getByRole('link', { name: names.signIn.withPhone }),
    heading: page.getByRole('heading', { name: names.phoneSignIn.heading, level: 1 }),
    image: page.getByRole('img', { name: names.phoneSignIn.image }),
    number: page.getByRole('status', { name: names.phoneSignIn.number }),
    timeLeft: page.getByRole('timer', { name: names.activation.timeLeft }),
    scanned: page.getByText(names.phoneSignIn.scanned, { exact: true }),
    cancel: page.getByRole('button', { name: names.phoneSignIn.cancel }),
    newImage: page.getByRole('button', { name: names.phoneSignIn.newImage }),
    usePassword: page.getByRole('link', { name: names.phoneSignIn.withPassword }),
    ended: alertIn(page),
    userId: page.getByLabel(names.phoneSignIn.userId),
    send: page.getByRole('button', { name: names.phoneSignIn.send }),
    lookAtYourPhone: page.getByText(names.phoneSignIn.lookAtPhone),
    readByPhone: page.getByText(names.phoneSignIn.opened, { exact: true }),
    sendAgain: page.getByRole('button', { name: names.phoneSignIn.sendAgain }),
    withTheAppHere: page.getByRole('button', { name: names.phoneSignIn.withAppHere }),
    openTheApp: page.getByRole('link', { name: names.phoneSignIn.openApp }),
    turnNotificationsOn: page.getByRole('link', { name: names.phoneSignIn.turnNotificationsOn }),
    showImage: page.getByRole('button', { name: names.phoneSignIn.showImage }),
  };
}
