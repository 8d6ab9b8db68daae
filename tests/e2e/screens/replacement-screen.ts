import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** What a device's page, and `/authenticators/{id}/replace`, show of a replacement. */
export function replacementScreen(page: Page) {
  return {
    open: page.getByRole('link', { name: namePattern(names.device.replace) }),
    start: page.getByRole('button', { name: names.replacement.start }),
    underWay: page.getByText(names.replacement.underWay),
    oneStepLeft: page.getByText(namePattern(names.replacement.oneStepLeft)),
    hasReplaced: page.getByText(namePattern(names.replacement.hasReplaced)),
    wasReplaced: page.getByText(namePattern(names.replacement.wasReplaced)),
    progress: page.getByRole('list', { name: names.replacement.progress }),
    bringBack: page.getByRole('button', { name: names.replacement.bringBack }),
  };
}
