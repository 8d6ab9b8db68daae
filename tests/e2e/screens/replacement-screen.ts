import type { Page } from '@playwright/test';

/** What a device's page, and `/authenticators/{id}/replace`, show of a replacement. */
export function replacementScreen(page: Page) {
  return {
    open: page.getByRole('link', { name: /^Replace / }),
    start: page.getByRole('button', { name: 'Replace this device' }),
    underWay: page.getByText('You’re replacing this device'),
    oneStepLeft: page.getByText('One step left to replace'),
    hasReplaced: page.getByText('This device has replaced'),
    wasReplaced: page.getByText('has replaced this device'),
    progress: page.getByRole('list', { name: 'Replacement progress' }),
    bringBack: page.getByRole('button', { name: 'Bring this device back' }),
  };
}
