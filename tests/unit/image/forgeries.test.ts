import { expect, test } from 'vitest';
import { tryForgeries } from '../../lab/forgeries';

test('threat: of 70 forged and damaged images, the same ones every time, none is believed', async () => {
  const { believed, genuine, refused, unread, unsigned } = await tryForgeries(70);
  expect(believed).toBe(0);
  expect(genuine + refused + unread + unsigned).toBe(70);
  // Four of seven attacks paint whole signatures: these are read, and refused for what they say.
  expect(refused).toBeGreaterThanOrEqual(40);
  // And what is damaged but little is still what was issued, so that it is not the reading that fails.
  expect(genuine).toBeGreaterThan(0);
}, 60_000);
