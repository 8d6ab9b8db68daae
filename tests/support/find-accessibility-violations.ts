import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { repository } from './repository';

const axe = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What the audit finds against WCAG 2.2 AA and good practice: rule and element, one line each. */
export async function findAccessibilityViolations(page: Page): Promise<string[]> {
  // After a move within the site the title follows the page's content.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 200)}`));
}
