import { expect, test } from 'vitest';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { inLanguage, speakLanguages } from '@/lib/shared/language/request-language';

speakLanguages();

test.each([
  ['Firefox on Windows', 'Firefox auf Windows'],
  ['Samsung Internet', 'Samsung Internet'],
  ['Ada on call', 'Ada on call'],
  ['An unknown browser', 'Ein unbekannter Browser'],
  ['An unknown browser on Linux', 'Ein unbekannter Browser auf Linux'],
])('%s is %s in German', (summary, words) => {
  expect(inLanguage('de', () => browserInWords(summary))).toBe(words);
  expect(inLanguage('en', () => browserInWords(summary))).toBe(summary);
});
