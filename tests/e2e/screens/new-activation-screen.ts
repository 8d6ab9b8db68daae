import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';

/** `/activations/new` */
export function newActivationScreen(page: Page) {
  return {
    deviceName: page.getByLabel(names.newActivation.deviceName),
    password: page.getByLabel(names.proof.password, { exact: true }),
    credential: page.getByLabel(names.proof.credential),
    secondProof: page.getByRole('group', { name: names.proof.confirm }),
    oneTimePassword: page.getByLabel(names.proof.oneTimePassword, { exact: true }),
    emailCode: page.getByRole('button', { name: names.proof.emailCode }),
    mailedCode: page.getByLabel(names.proof.mailedCode),
    recoveryCode: page.getByLabel(names.proof.recoveryCode),
    confirmWithPhone: page.getByRole('link', { name: names.proof.confirmWithPhone }),
    offline: page.getByRole('checkbox', { name: names.newActivation.offline }),
    show: page.getByRole('button', { name: names.newActivation.show }),
    cannotScan: page.getByText(names.activation.cannotScan),
    activateHere: page.getByRole('button', { name: names.newActivation.activateHere }),
    refusal: alertIn(page),
  };
}
