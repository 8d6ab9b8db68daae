import { expect, it } from 'vitest';
import { caretIn } from '@/components/site/activation/grouped-digits-field';

it('the caret stays behind the digit that was typed, whatever gaps are inserted', () => {
  expect(caretIn('12345678', 8)).toBe('1234 5678'.length);
  expect(caretIn('12345678', 5)).toBe('1234 5'.length);
  expect(caretIn('12345678', 4)).toBe('1234'.length);
  expect(caretIn('', 0)).toBe(0);
});
