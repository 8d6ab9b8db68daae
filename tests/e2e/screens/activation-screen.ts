import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';

/** `/activations/{id}` */
export function activationScreen(page: Page) {
  const cannotScan = page.getByText(names.activation.cannotScan);
  const kind = (of: keyof typeof names.activation.kinds) =>
    page.getByRole('radio', { name: names.activation.kinds[of], exact: true });
  const progress = page.getByRole('list', { name: names.activation.progress });
  return {
    image: page.getByRole('img', { name: names.activation.image }),
    kind,
    /** Behind "Can't scan?", which this opens. */
    choose: async (of: keyof typeof names.activation.kinds) => {
      if (!(await kind(of).isVisible())) await cannotScan.click();
      await kind(of).check({ force: true });
    },
    hints: page.getByRole('region', { name: names.activation.hints }),
    progress,
    currentStep: progress.getByRole('listitem').and(page.locator('[aria-current=step]')),
    /** The finer state, in words. */
    happening: page.locator(`ol[aria-label="${names.activation.progress}"] + p`),
    /** The picture of the device's key; its name is the picture in words. */
    mosaic: page.getByRole('img', { name: /^Row 1: / }),
    timeLeft: page.getByRole('timer', { name: names.activation.timeLeft }),
    cancel: page.getByRole('button', { name: names.activation.cancel }),
    newImage: page.getByRole('button', { name: names.activation.newImage }),
    enlarge: page.getByRole('button', { name: names.activation.enlarge, exact: true }),
    shrink: page.getByRole('button', { name: names.activation.shrink }),
    cannotScan,
    registrationIdentifier: page.getByRole('textbox', { name: names.activation.registrationIdentifier }),
    activationPassword: page.getByRole('textbox', { name: names.activation.activationPassword }),
    deviceCode: page.getByRole('textbox', { name: names.activation.deviceCode }),
    showSecondImage: page.getByRole('button', { name: names.activation.showSecondImage }),
    signature: page.getByRole('textbox', { name: names.activation.signature }),
    activate: page.getByRole('button', { name: names.activation.activate }),
    refusal: alertIn(page),
    openHere: page.getByRole('link', { name: names.activation.openHere }),
    activateHere: page.getByRole('link', { name: names.activation.activateHere }),
    activateAnother: page.getByRole('button', { name: names.activation.activateAnother }),
    waitingForGateway: page.getByRole('heading', { name: names.activation.imageToCome }),
    reconnecting: page.getByText(names.activation.reconnecting),
    oneTimePassword: page.getByLabel(names.testLogin.oneTimePassword),
    activated: page.getByRole('heading', { name: names.activation.activated }),
    announcements: page.getByRole('status'),
  };
}
