import type { Page } from '@playwright/test';

/** `/` */
export function devicesScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Your devices', level: 1 }),
    activate: page.getByRole('link', { name: 'Activate a device' }).first(),
    devices: page.getByRole('region', { name: 'Devices' }).getByRole('listitem'),
    device: (name: string) => page.getByRole('region', { name: 'Devices' }).getByRole('link', { name }),
  };
}
