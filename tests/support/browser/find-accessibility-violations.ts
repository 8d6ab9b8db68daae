import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { repository } from '../repository';

const axe = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** In the dark colours only what depends on colours is looked at again. */
const AUDITS = [
  { colorScheme: 'light', options: {} },
  { colorScheme: 'dark', options: { runOnly: ['color-contrast', 'link-in-text-block'] } },
] as const;

/**
 * What the audit finds against WCAG 2.2 AA and good practice, in light and in dark colours: colours, rule and element, one
 * line each.
 */
export async function findAccessibilityViolations(page: Page): Promise<string[]> {
  // After a move within the site the title follows the page's content.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(axe);
  const found: string[] = [];
  for (const { colorScheme, options } of AUDITS) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(endTransitions);
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
    for (const { id, help, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${colorScheme}: ${id} (${help}): ${html.slice(0, 200)}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** Colours on their way from light to dark are nobody's. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}
