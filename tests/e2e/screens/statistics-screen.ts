import type { Page } from '@playwright/test';

/** `/helpdesk/numbers` */
export function numbersScreen(page: Page) {
  const step = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return {
    heading: page.getByRole('heading', { name: 'Numbers' }),
    chart: page.getByRole('img', { name: /^Activation funnel/ }),
    period: (name: string) => page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name }),
    /** The number of activations that came as far. */
    countAt: async (name: string) => Number(await step(name).getByRole('cell').first().textContent()),
    /** Users whose latest activation of today has not led to a device. */
    waiting: page.getByRole('table', { name: 'Unfinished activations today' }).locator('tbody').getByRole('row'),
    exportCsv: page.getByRole('link', { name: 'Export as CSV' }),
    exportJsonLines: page.getByRole('link', { name: 'Export as JSON lines' }),
  };
}
