import type { Page } from '@playwright/test';

/** What the pages of both areas have around them. */
export function areaScreen(page: Page) {
  const main = page.getByRole('navigation', { name: 'Main' });
  const sections = page.getByRole('navigation', { name: 'Staff' });
  const account = page.getByLabel(/^Account: /);
  return {
    yourDevices: main.getByRole('link', { name: 'Your devices' }),
    staff: main.getByRole('link', { name: 'Staff' }),
    /** Opens the menu with the profile and the way out. */
    account,
    profile: page.getByRole('link', { name: 'Profile' }),
    signOut: page.getByRole('button', { name: 'Sign out', exact: true }),
    sections: sections.getByRole('link'),
    section: (name: string) => sections.getByRole('link', { name }),
  };
}
