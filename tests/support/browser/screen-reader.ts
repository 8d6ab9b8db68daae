import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type * as Guidepup from '@guidepup/virtual-screen-reader';
import { repository } from '../repository';

const bundle = readFileSync(
  join(repository, 'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js'),
  'utf8',
);
const [exported = '', reader = ''] = /export\s*\{[^}]*?([\w$]+) as virtual\s*\};?/.exec(bundle) ?? [];
/** A module has no place in a page whose content policy allows its own scripts alone, so it becomes one function. */
const script = `(() => { ${bundle.replace(exported, () => `globalThis.screenReader = ${reader};`)}
})()`;

/** More than any page has, so that one that never ends is told as such. */
const MOST_PHRASES = 800;

type WithReader = typeof globalThis & { screenReader: Guidepup.Virtual };

/** Ends of elements, what the page says by itself meanwhile, and what it holds for a browser without scripts. */
const UNSPOKEN = /^(?:end(?: of|,)|(?:polite|assertive): |<)/;

/**
 * What a screen reader says from the first to the last element, a phrase each.
 * @param part CSS selector of what is read
 */
export async function readAloud(page: Page, part: 'body' | 'main'): Promise<string[]> {
  if (!(await page.evaluate(() => 'screenReader' in globalThis))) await page.evaluate(script);
  const phrases = await page.evaluate(
    async ([selector, most]) => {
      const { screenReader } = globalThis as WithReader;
      const focused = document.activeElement;
      // The reader does not know that what is in a closed disclosure is not there.
      const closed = [...document.querySelectorAll('details:not([open]) > :not(summary, [aria-hidden])')];
      for (const element of closed) element.setAttribute('aria-hidden', 'true');
      await screenReader.start({ container: document.querySelector(selector) ?? document.body });
      const first = await screenReader.lastSpokenPhrase();
      for (let count = 0; count < most; count++) {
        if ((await screenReader.lastSpokenPhrase()) === `end of ${first}`) break;
        await screenReader.next();
      }
      const spoken = await screenReader.spokenPhraseLog();
      await screenReader.stop();
      for (const element of closed) element.removeAttribute('aria-hidden');
      if (focused instanceof HTMLElement) focused.focus();
      return spoken;
    },
    [part, MOST_PHRASES] as const,
  );
  if (phrases.length >= MOST_PHRASES) throw new Error('the page does not end');
  return phrases
    .filter((phrase) => !UNSPOKEN.test(phrase))
    .map((phrase) => phrase.replaceAll(/, not (?:busy|disabled)/g, ''));
}
