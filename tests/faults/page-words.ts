import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';

const QUIET_MS = 1_500;
const LOOK_MS = 250;

const SPOKEN = 'main h1, main ol[aria-label] + p, main [role=alert]';

/** What the page says of the activation or the sign-in, once it has said the same for a while. */
export async function pageWords(page: Page): Promise<string> {
  let words = await read(page);
  for (let quiet = 0; quiet < QUIET_MS; quiet += LOOK_MS) {
    await delay(LOOK_MS);
    const now = await read(page);
    if (now === words && now !== '') continue;
    words = now;
    quiet = 0;
  }
  return words;
}

/** Heading, the step and what is happening, and what went wrong; without times that run. Nothing while the page changes. */
async function read(page: Page): Promise<string> {
  try {
    const texts = await page.locator(SPOKEN).filter({ visible: true }).allInnerTexts();
    return [...new Set(texts.map((text) => text.trim().replaceAll(/\s+/g, ' ')))].filter(Boolean).join(' · ');
  } catch (error) {
    if (error instanceof Error && /context was destroyed|navigat/i.test(error.message)) return '';
    throw error;
  }
}
