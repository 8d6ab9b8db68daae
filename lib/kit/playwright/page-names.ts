import type { Locator, Page } from '@playwright/test';
import { CATALOGUES } from '../../shared/language/catalogues';
import { names, translateNames, type Names } from '../../shared/names';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../../shared/language';

/** The accessible names of pages in a language: `namesIn('de').newActivation.show`. */
export function namesIn(language: Language): Names {
  if (language === 'en') return names;
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[language];
  return translateNames((text) => catalogue[text] ?? text);
}

/** The accessible names in the language of the page that is open. @param timeout in milliseconds */
export async function namesOf(page: Page, timeout?: number): Promise<Names> {
  const language = (await page.locator('html').getAttribute('lang', timeout === undefined ? {} : { timeout })) ?? '';
  return namesIn(isLanguage(language) ? language : DEFAULT_LANGUAGE);
}

/** The first image for a phone on a page: of an activation, a sign-in or a confirmation. */
export async function imageOn(page: Page, timeout?: number): Promise<Locator> {
  const { activation, phoneSignIn } = await namesOf(page, timeout);
  const images = [activation.image, phoneSignIn.image, phoneSignIn.confirmationImage];
  return page.getByRole('img', { name: new RegExp(`^(${images.join('|')})`) }).first();
}
