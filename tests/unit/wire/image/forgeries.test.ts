import { expect, test } from 'vitest';
import { tryForgeries } from '../../../lab/forgeries';
import { rounds } from '../../../support/rounds';

const COUNT = rounds(35, 70);

test('threat: of forged and damaged images, the same ones every time, none is believed', async () => {
  const { believed, genuine, refused, unread, unsigned } = await tryForgeries(COUNT);
  expect(believed).toBe(0);
  expect(genuine + refused + unread + unsigned).toBe(COUNT);
  // Four of seven attacks paint whole signatures: these are read, and refused for what they say.
  expect(refused).toBeGreaterThanOrEqual((COUNT * 4) / 7);
  // And what is damaged but little is still what was issued, so that it is not the reading that fails.
  expect(genuine).toBeGreaterThan(0);
});
