import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '@/lib/shared/language/request-language';

describe('the language of a request', () => {
  it.each([
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['pl, nl;q=0.5, fr;q=0.7', 'fr'],
    ['en;q=0.1, FR', 'fr'],
    ['de;q=0, nl', 'nl'],
  ])('the language is the best match of the browser’s, with %s %s', (accepted, language) => {
    expect(chooseLanguage(null, accepted)).toBe(language);
  });

  it('the language is the reader’s choice, whatever the browser asks for', () => {
    expect(chooseLanguage('other=1; tessera.language=nl', 'de')).toBe('nl');
  });

  it('the language is English for a browser that asks for none we have', () => {
    expect(chooseLanguage(null, null)).toBe('en');
    expect(chooseLanguage(null, 'pl, ,;q=x')).toBe('en');
    expect(chooseLanguage('tessera.language=xx', null)).toBe('en');
  });

  it('threat: an overlong header is read up to twenty languages', () => {
    expect(chooseLanguage(null, `${'pl,'.repeat(30)}de`)).toBe('en');
  });
});
