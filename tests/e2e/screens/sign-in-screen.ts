import type { Page } from '@playwright/test';
import { refusal } from './refusal';

export function signInScreen(page: Page) {
  return {
    userId: page.getByLabel('User ID'),
    password: page.getByLabel('Password', { exact: true }),
    signIn: page.getByRole('button', { name: 'Sign in' }),
    refusal: refusal(page),
  };
}
