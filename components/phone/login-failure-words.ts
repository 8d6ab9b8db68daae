import type { LoginFailure } from '@/lib/authenticator-app/login-flow';

/** Why a sign-in with this phone stopped and what to do now. */
export const LOGIN_FAILURE_WORDS: Record<LoginFailure, { title: string; text: string }> = {
  'login-not-found': {
    title: 'This image no longer works',
    text: 'Its minute is over, or a phone has read it before. Ask the sign-in page for a new image and scan that. If that does not help, sign in with your password and see whether this phone is locked there.',
  },
  expired: {
    title: 'The time is over',
    text: 'Nobody was signed in. Ask the sign-in page for a new image whenever you are ready.',
  },
  'ended-meanwhile': {
    title: 'This sign-in has ended',
    text: 'It was cancelled on the sign-in page, or its time was over. Nobody was signed in. Ask the page for a new image.',
  },
  'wrong-number': {
    title: 'That was not the number',
    text: 'The sign-in has ended and nobody was signed in. Ask the sign-in page for a new image and choose the number that it shows. If somebody told you a number, tell your helpdesk.',
  },
  'login-refused': {
    title: 'The website refused',
    text: 'Nobody was signed in. Ask the sign-in page for a new image, or sign in with your password.',
  },
  'gateway-not-genuine': {
    title: 'This was not your website',
    text: 'What answered does not know this phone’s key, so nothing was confirmed. Tell the helpdesk.',
  },
  'not-reported': {
    title: 'It had ended already',
    text: 'The sign-in was over before your report arrived. Look at the activity on the website, and tell your helpdesk that somebody may have tried to sign in as you.',
  },
  'outcome-unknown': {
    title: 'The answer was lost',
    text: 'The website may have signed you in all the same. Look at the sign-in page; if it still waits, ask it for a new image.',
  },
};
