import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** `/helpdesk/users/{userId}/reissue` */
export function reissueScreen(page: Page) {
  const consequences = page.getByRole('list', { name: names.reissue.consequences });
  return {
    reason: page.getByLabel(names.reissue.reason),
    ticket: page.getByLabel(names.reissue.ticket),
    devices: page.getByRole('group', { name: names.reissue.devices }).getByRole('radio'),
    device: (name: string) => page.getByRole('radio', { name }),
    fate: page.getByLabel(names.reissue.fate),
    validFor: page.getByLabel(names.reissue.validFor),
    sendBy: page.getByLabel(names.reissue.sendBy),
    numberCalled: page.getByLabel(names.reissue.numberCalled),
    documentEnd: page.getByLabel(names.reissue.documentEnd),
    requestManagerAnswer: page.getByRole('button', { name: names.reissue.requestManagerAnswer }),
    digits: page.getByLabel(names.reissue.digits),
    check: (name: string) => page.getByRole('group', { name }),
    askPhone: page.getByRole('button', { name: names.reissue.askPhone }),
    askAgain: page.getByRole('button', { name: names.reissue.askAgain }),
    numberForCaller: page.getByLabel(names.reissue.numberForCaller),
    wordsForCaller: page.getByLabel(names.reissue.wordsForCaller),
    wordsForManager: page.getByLabel(names.reissue.wordsForManager),
    breakGlass: page.getByRole('checkbox', { name: names.reissue.breakGlass }),
    justification: page.getByLabel(names.reissue.justification),
    points: page.locator('#caller-check-result'),
    consequences,
    toConfirm: page
      .getByRole('checkbox', { name: namePattern(names.reissue.lockForGood) })
      .or(page.getByRole('checkbox', { name: namePattern(names.reissue.removeForGood) })),
    send: page.getByRole('button', { name: names.reissue.send }),
  };
}
