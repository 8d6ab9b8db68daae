import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/` */
export function devicesScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { name: names.devices.heading, level: 1 }),
    activate: page
      .getByRole('link', { name: names.devices.activate })
      .or(page.getByRole('button', { name: names.devices.activate }))
      .first(),
    activateHere: page.getByRole('button', { name: names.newActivation.activateHere }),
    activateOtherwise: page.getByRole('link', { name: names.devices.activateOtherwise }),
    devices: page.getByRole('region', { name: names.devices.devices }).getByRole('listitem'),
    device: (name: string) => page.getByRole('region', { name: names.devices.devices }).getByRole('link', { name }),
  };
}
