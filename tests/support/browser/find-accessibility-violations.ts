import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { repository } from '../repository';
import { isWholeRun } from '../rounds';
import { findSniffedErrors } from './code-sniffer';

const script = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** In the dark colours only what depends on colours is looked at again. */
const AUDITS: { colorScheme: 'light' | 'dark'; options: Axe.RunOptions }[] = [
  { colorScheme: 'light', options: { resultTypes: ['violations'] } },
  { colorScheme: 'dark', options: { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] } },
];

/**
 * What the audit finds against WCAG 2.2 AA and good practice: colours, rule and element, one line each.
 * @param isDarkToo whether dark colours are looked at beside light ones. Screens are made of pairs of colours, of which each
 *   is held to its contrast in both (`unit/components/design-tokens`), so a sweep of them does so in a whole run alone
 */
export async function findAccessibilityViolations(page: Page, isDarkToo = isWholeRun): Promise<string[]> {
  // After a move within the site the title follows the page's content.
  await expect(page).toHaveTitle(/./);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(script);
  const found: string[] = [];
  for (const { colorScheme, options } of isDarkToo ? AUDITS : AUDITS.slice(0, 1)) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(endTransitions);
    const violations = await page.evaluate(runAxe, options);
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
    if (colorScheme === 'light') found.push(...(await findSniffedErrors(page)));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** In the page, of whose elements what was found alone is worth sending. */
async function runAxe(options: Axe.RunOptions): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 200)}`));
}

/** Colours on their way from light to dark, or of what pulses without end, are nobody's; they begin with the next frame. */
async function endTransitions(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel();
    else if (animation instanceof CSSTransition) animation.finish();
  }
}
