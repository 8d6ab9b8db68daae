import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';
import { alertIn } from '../../support/browser/alert-in';

/** `/authenticator` */
export function phoneApp(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const ofAccount = (name: string) => page.getByRole('button', { name });
  return {
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }),
    anyHeading: page.getByRole('heading', { level: 1 }),
    scanCode: button(names.phoneApp.scanCode),
    goToWebsite: page.getByRole('link', { name: names.phoneApp.goToWebsite }),
    goOnInTab: button(names.phoneApp.goOnInTab),
    copyLink: button(names.phoneApp.copyLink),
    pasteLink: button(names.phoneApp.pasteLink),
    link: page.getByLabel(names.phoneApp.link, { exact: true }),
    lockDeleted: page.getByRole('button', { name: namePattern(names.phoneApp.lockDeletedOf) }),
    askToKeep: button(names.phoneApp.askToKeep),
    light: button(names.phoneApp.light),
    switchCamera: button(names.phoneApp.switchCamera),
    takePhoto: button(names.phoneApp.takePhoto),
    choosePicture: button(names.phoneApp.choosePicture),
    typeValues: button(names.phoneApp.typeValues),
    picture: page.locator('input[type=file]'),
    activateThisPhone: button(names.phoneApp.activateThisPhone),
    /** The picture of the device's key; its name is the picture in words. */
    mosaic: page.getByRole('img', { name: /^Row 1: / }),
    newPin: page.getByLabel(names.phoneApp.newPin),
    pinAgain: page.getByLabel(names.phoneApp.pinAgain),
    pin: page.getByLabel(namePattern(names.phoneApp.pinFor)),
    continue: button(names.phoneApp.continue),
    useBiometrics: button(names.phoneApp.biometricsOfDevice),
    useItAnyway: button(names.phoneApp.gateAnyway),
    fingerprint: button(names.phoneApp.openWithBiometrics),
    skip: button(names.phoneApp.skip),
    allowNotifications: button(names.phoneApp.allowNotifications),
    notNow: button(names.phoneApp.notNow),
    continueWithout: button(names.phoneApp.continueWithout),
    showOneTimePassword: ofAccount(names.phoneApp.showOneTimePassword),
    oneTimePassword: page.getByText(/^\d{3} \d{3}$/),
    copy: ofAccount(names.phoneApp.copy),
    askAgain: ofAccount(names.phoneApp.askAgain),
    cancel: button(names.phoneApp.cancel),
    confirmCancel: button(names.phoneApp.cancelActivation),
    keepGoing: button(names.phoneApp.keepGoing),
    done: button(names.phoneApp.done),
    continueWithTheOther: button(names.phoneApp.continueWithOther),
    close: button(names.phoneApp.close),
    tryAgain: button(names.phoneApp.tryAgain),
    startOver: button(names.phoneApp.startOver),
    loadNewVersion: button(names.phoneApp.loadNewVersion),
    notice: page.getByRole('status').filter({ hasText: /./ }),
    // Next.js has an alert of its own outside the main region, for changes of the route.
    refusal: alertIn(page),
    settings: page.getByRole('button', { name: namePattern(names.phoneApp.settingsOf) }),
    changePin: button(names.phoneApp.changePin),
    changeThePin: button(names.phoneApp.changeThePin),
    turnBiometricsOn: button(names.phoneApp.turnBiometricsOn),
    turnBiometricsOff: button(names.phoneApp.turnBiometricsOff),
    turnNotificationsOn: button(names.phoneApp.turnNotificationsOn),
    turnNotificationsOff: button(names.phoneApp.turnNotificationsOff),
    sendTestNotification: button(names.phoneApp.sendTestNotification),
    /** On the list of accounts. */
    turnNotificationsOnHere: page.getByRole('button', { name: namePattern(names.phoneApp.turnNotificationsOnFor) }),
    keepCopy: button(names.phoneApp.keepCopy),
    keepNewCopy: button(names.phoneApp.keepNewCopy),
    bringBack: button(names.phoneApp.bringBack),
    choosePasskey: button(names.phoneApp.choosePasskey),
    pinOfCopy: page.getByLabel(names.phoneApp.pinOfCopy),
    freeze: button(names.phoneApp.freeze),
    remove: button(names.phoneApp.remove),
    keepIt: button(names.phoneApp.keepIt),
    confirmRemove: button(names.phoneApp.confirmRemove),
    removeNotice: ofAccount(names.phoneApp.removeNotice),
    back: button(names.phoneApp.back),
    number: page
      .getByLabel(names.phoneApp.numberOfSignIn)
      .or(page.getByLabel(names.phoneApp.numberOfPage))
      .or(page.getByLabel(names.phoneApp.numberOfCall)),
    confirmNumber: button(names.phoneApp.signIn).or(button(names.phoneApp.confirm)),
    agentWords: page.getByLabel(names.phoneApp.agentWords),
    thatWasNotMe: button(names.phoneApp.wasNotMe),
    scanAgain: button(names.phoneApp.scanAgain),
    openRequest: button(names.phoneApp.openRequest),
    scanSecondImage: button(names.phoneApp.scanSecondImage),
    /** What the person types on the website, in groups of four. */
    typedCode: page.getByText(/^(?:\d{4} )+\d{2,4}$/),
    checkLetter: page.getByText(names.phoneApp.checkLetter).locator('strong'),
    websiteSaysActivated: button(names.phoneApp.websiteSaysActivated),
    itDidNotWork: button(names.phoneApp.didNotWork),
    showSignatureAgain: button(names.phoneApp.showSignatureAgain),
  };
}
