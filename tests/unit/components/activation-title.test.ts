import { expect, it } from 'vitest';
import { activationTitle } from '@/components/site/activation/following/use-document-title';

it('the tab’s title shows the time left in steps of ten seconds', () => {
  const titles = [252, 251, 250, 249].map((seconds) => activationTitle('issued', 'following', seconds));
  expect(titles).toEqual([
    '4:20 left · Activate',
    '4:20 left · Activate',
    '4:10 left · Activate',
    '4:10 left · Activate',
  ]);
});

it('the tab’s title shows how the activation ended', () => {
  expect(activationTitle('active', 'finished', null)).toBe('✓ Device activated');
  expect(activationTitle('expired', 'finished', 0)).toBe('Image expired');
  expect(activationTitle('issued', 'signed-out', 100)).toBe('Signed out · Activate');
});
