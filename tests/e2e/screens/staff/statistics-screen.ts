import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** `/helpdesk/numbers` */
export function numbersScreen(page: Page) {
  const step = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return {
    heading: page.getByRole('heading', { name: names.numbers.heading }),
    chart: page.getByRole('img', { name: namePattern(names.numbers.chart) }),
    period: (name: string) => page.getByRole('navigation', { name: names.numbers.period }).getByRole('link', { name }),
    /** The number of activations that came as far. */
    countAt: async (name: string) => Number(await step(name).getByRole('cell').first().textContent()),
    /** Users whose latest activation of today has not led to a device. */
    waiting: page.getByRole('table', { name: names.numbers.unfinished }).locator('tbody').getByRole('row'),
    exportCsv: page.getByRole('link', { name: names.numbers.exportCsv }),
    exportJsonLines: page.getByRole('link', { name: names.numbers.exportJsonLines }),
  };
}
