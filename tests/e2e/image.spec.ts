import { expect } from '@playwright/test';
import { decodeWithZxing } from '../support/decode-with-zxing';
import { readPixels } from '../support/read-pixels';
import { readCredentials } from './flows/read-credentials';
import { signIn } from './flows/sign-in';
import { startActivation } from './flows/start-activation';
import { activationScreen } from './screens/activation-screen';
import { test } from './test';

for (const emulated of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
  test(`the image is dark on white with a quiet zone (${Object.values(emulated).join()})`, async ({
    page,
    account,
  }) => {
    await page.emulateMedia(emulated);
    await signIn(page, account);
    await startActivation(page);
    const { image } = activationScreen(page);

    const { width, height, at } = readPixels(await image.screenshot());
    expect(width).toBeGreaterThanOrEqual(300);
    // Four modules of at most 81 (version 16) are more than 3 % of a side.
    const margin = Math.floor(width * 0.03);
    const middle = Math.floor(width / 2);
    for (let offset = 2; offset < margin; offset++) {
      for (const [x, y] of [
        [offset, middle],
        [width - 1 - offset, middle],
        [middle, offset],
        [middle, height - 1 - offset],
      ] as const) {
        expect(at(x, y), `${x},${y}`).toEqual([255, 255, 255]);
      }
    }
  });
}

test('an independent reader reads from the page what the credentials say', async ({ page, account }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, account);
  await startActivation(page);
  const text = await decodeWithZxing(await page.screenshot());
  const { registrationIdentifier, activationPassword } = await readCredentials(page);
  expect(text).toMatch(new RegExp(`^01;01;${account.userId.replace('.', '\\.')};example\\.org;`));
  expect(text.split(';').slice(4, 6)).toEqual([registrationIdentifier, activationPassword]);
});
