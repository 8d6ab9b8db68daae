import { expect, it } from 'vitest';
import { spellOut } from '@/components/site/activation/image/spell-out';

it('a code is spelled in groups of four, character by character, with its capitals', () => {
  expect(spellOut('e3wfISG9')).toBe('e 3 w f, capital I capital S capital G 9');
});
