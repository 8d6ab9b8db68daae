import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { repository } from '../repository';

const script = readFileSync(join(repository, 'node_modules/html_codesniffer/build/HTMLCS.js'), 'utf8');

interface CodeSniffer {
  ERROR: number;
  process(standard: 'WCAG2AA', content: Document, callback: () => void, failed: () => void): void;
  getMessages(): { type: number; code: string; msg: string; element: Element }[];
}

/**
 * What HTML_CodeSniffer calls an error against WCAG 2 AA: technique, sentence and element, one line each. Its warnings and
 * notices ask for a person's judgement.
 */
export async function findSniffedErrors(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'HTMLCS' in globalThis))) await page.evaluate(script);
  return page.evaluate(async () => {
    const sniffer = (globalThis as unknown as { HTMLCS: CodeSniffer }).HTMLCS;
    await new Promise<void>((resolve, reject) => {
      sniffer.process('WCAG2AA', document, resolve, () => reject(new Error('HTML_CodeSniffer failed')));
    });
    return (
      sniffer
        .getMessages()
        // What is hidden has no place in the accessibility tree, so it needs no name there; and a form that shows its result
        // in the place of its fields has nothing to submit.
        .filter(({ type, element }) => type === sniffer.ERROR && element.checkVisibility({ visibilityProperty: true }))
        .filter(
          ({ code, element }) =>
            !code.endsWith('H32.2') || element.querySelector('input:not([type=hidden]), select') !== null,
        )
        .map(
          ({ code, msg, element }) =>
            `${code} (${msg}): ${element.outerHTML.replace(/ action="[^"]*"/, '').slice(0, 200)}`,
        )
    );
  });
}
