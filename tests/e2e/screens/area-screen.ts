import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** What the pages of both areas have around them. */
export function areaScreen(page: Page) {
  const main = page.getByRole('navigation', { name: names.area.navigation });
  const sections = page.getByRole('navigation', { name: names.area.sections });
  const account = page.getByLabel(namePattern(names.area.account));
  return {
    /** In the header; of staff in the menu that `account` opens. */
    yourDevices: page.getByRole('banner').getByRole('link', { name: names.area.yourDevices }),
    staff: main.getByRole('link', { name: names.area.staff }),
    /** Opens the menu with the profile and the way out. */
    account,
    profile: page.getByRole('link', { name: names.area.profile }),
    signOut: page.getByRole('button', { name: names.area.signOut, exact: true }),
    sections: sections.getByRole('link'),
    /** At the foot of the page. @param name in the language itself */
    language: (name: string) => page.getByRole('contentinfo').getByRole('button', { name, exact: true }),
    section: (name: string) => sections.getByRole('link', { name }),
  };
}
