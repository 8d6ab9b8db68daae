import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '@/lib/language/request-language';

describe('the language of a request', () => {
  it('is English for a browser that names none, or none that is offered', () => {
    expect(chooseLanguage(null, null)).toBe('en');
    expect(chooseLanguage(null, 'pl, ,;q=x')).toBe('en');
    expect(chooseLanguage('tessera.language=xx', null)).toBe('en');
  });
});
