import { expect } from '@playwright/test';
import { formatLetterCode, generateLetterCode } from '@/lib/shared/codes/letter-code';
import { systemRandom } from '@/lib/shared/random';
import { test } from '../fixtures/test';

test('the code of a letter is checked as it is typed, and goes on to its link', async ({ page }) => {
  await page.goto('/invitation');
  await page.getByRole('link', { name: 'Enter the code from a letter' }).click();
  const code = page.getByLabel('Code in the letter');
  const typed = formatLetterCode(generateLetterCode(systemRandom)).toLowerCase();
  await code.fill(typed.slice(0, -1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await expect(code).toBeFocused();
  await expect(code).toHaveValue(typed.slice(0, -1));
  await code.fill(typed);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/invitation$/);
  // No invitation has this code; its token was taken out of the address all the same.
  await expect(page.getByText('This link is not complete')).toBeVisible();
});
