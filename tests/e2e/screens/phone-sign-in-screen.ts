import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** `/sign-in/phone` */
export function phoneSignInScreen(page: Page) {
  return {
    open: page.getByRole('link', { name: 'Sign in with your phone' }),
    heading: page.getByRole('heading', { name: 'Sign in with your phone', level: 1 }),
    image: page.getByRole('img', { name: 'Sign-in image' }),
    number: page.getByRole('status', { name: 'Type this number on the phone' }),
    timeLeft: page.getByRole('timer', { name: 'Time left' }),
    scanned: page.getByText('The phone has read the image.', { exact: true }),
    cancel: page.getByRole('button', { name: 'Cancel' }),
    newImage: page.getByRole('button', { name: 'New image' }),
    usePassword: page.getByRole('link', { name: 'Use your password' }),
    ended: refusal(page),
    userId: page.getByLabel('User ID'),
    send: page.getByRole('button', { name: 'Send to my phone' }),
    lookAtYourPhone: page.getByText('Look at your phone.'),
    readByPhone: page.getByText('The phone has opened the request.', { exact: true }),
    sendAgain: page.getByRole('button', { name: 'Send again' }),
    withTheAppHere: page.getByRole('button', { name: 'Sign in with the app on this phone' }),
    openTheApp: page.getByRole('link', { name: 'Open the app' }),
    showImage: page.getByRole('button', { name: 'Show an image instead' }),
  };
}
