import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

const { activationLink } = names;

/** `/activation-links/{id}`, and the way back on the pages that follow. @param site name of the return address */
export function activationLinkScreen(page: Page, site: string) {
  return {
    heading: page.getByRole('heading', { name: activationLink.sentYou(site) }),
    activate: page.getByRole('button', { name: activationLink.activate }),
    back: page.getByRole('button', { name: activationLink.backTo(site) }),
    otherUser: page.getByRole('heading', { name: activationLink.otherUser }),
    over: page.getByRole('heading', { name: activationLink.over }),
    signOut: page.getByRole('button', { name: activationLink.signOut }),
  };
}
