import { expect } from '@playwright/test';
import type { Phone } from '../../support/phones/phone';
import { expectActive, requestActivation, type Visitor } from './request-activation';

/** Gives whoever is signed in a device that works, without a page; `activateDevice` goes by the pages. */
export async function addDevice(visitor: Visitor, phone: Phone, deviceName?: string): Promise<void> {
  const { id, link } = await requestActivation(visitor, deviceName);
  const { code, output } = await phone.openLink(link);
  expect(code, output).toBe(0);
  await expectActive(visitor, id);
}
