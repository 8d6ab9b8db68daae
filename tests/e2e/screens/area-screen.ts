import type { Page } from '@playwright/test';

/** What the pages of both areas have around them. */
export function areaScreen(page: Page) {
  const main = page.getByRole('navigation', { name: 'Main' });
  const sections = page.getByRole('navigation', { name: 'Helpdesk' });
  return {
    yourDevices: main.getByRole('link', { name: 'Your devices' }),
    helpdesk: main.getByRole('link', { name: 'Helpdesk' }),
    sections: sections.getByRole('link'),
    section: (name: string) => sections.getByRole('link', { name }),
  };
}
