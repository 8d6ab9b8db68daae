import type { Page } from '@playwright/test';

export function signInScreen(page: Page) {
  return {
    userId: page.getByLabel('User ID'),
    password: page.getByLabel('Password', { exact: true }),
    signIn: page.getByRole('button', { name: 'Sign in' }),
    refusal: page.getByRole('alert'),
  };
}
