import type { FlowFailure, ScanProblem } from '@/lib/phone/activation/activation-states';
import type { PinRefusal } from '@/lib/phone/keys/pin-policy';

/** Why an activation stopped, and what to do. */
export const FAILURE_WORDS: Record<FlowFailure, { title: string; text: string }> = {
  unreachable: {
    title: 'No connection',
    text: 'The website could not be reached. Check that this phone is online.',
  },
  timeout: { title: 'No answer', text: 'The website takes too long to answer. It may be busy; try again in a moment.' },
  busy: {
    title: 'The website is busy',
    text: 'It has too much to do just now. Try again in a minute.',
  },
  'malformed-reply': {
    title: 'The website could not help',
    text: 'It answered in a way that this app does not understand. Try again later, or ask the helpdesk.',
  },
  'wrong-key': {
    title: 'This app is not accepted',
    text: 'The website does not accept this app. Close it, open it again, and ask the helpdesk if that does not help.',
  },
  'registration-not-found': {
    title: 'This code is too old',
    text: 'Its time is over, or it was cancelled. Ask the website for a new image and scan that.',
  },
  'not-accepted': {
    title: 'The credentials are wrong',
    text: 'The website did not accept them. If you typed them, compare every character; otherwise ask for a new image.',
  },
  refused: {
    title: 'This code was used before',
    text: 'Each image works once and on one phone. Ask the website for a new image and scan that.',
  },
  paused: {
    title: 'Not yet',
    text: 'The website asks this phone to wait. Try again in a few minutes.',
  },
  'gateway-not-genuine': {
    title: 'This was not your website',
    text: 'What answered could not prove that it knows your activation. Nothing was kept. Tell the helpdesk.',
  },
  'storage-failed': {
    title: 'This browser keeps nothing',
    text: 'The account could not be stored; a private window or a full phone may be why. If the website lists this phone under “Your devices”, remove it there.',
  },
  'outcome-unknown': {
    title: 'The answer was lost',
    text: 'The activation may have gone through, but this phone did not hear of it and kept nothing. If the website lists this phone under “Your devices”, remove it there, then ask for a new image.',
  },
  interrupted: {
    title: 'The activation was interrupted',
    text: 'The app was left or reloaded before it was finished, and nothing was kept on this phone. If the website lists this phone under “Your devices”, remove it there; then ask for a new image.',
  },
};

/** What is wrong with a code, while the camera keeps scanning. */
export const CODE_WORDS: Record<ScanProblem, string> = {
  'unknown-code':
    'This is no code for this app. Point the camera at the image on the website’s activation page or sign-in page.',
  'malformed-activation': 'This activation code is damaged or incomplete. Ask the website for a new image.',
  'too-old': 'This image is too old. Ask the website for a new one, and point the camera at that.',
  'malformed-offline': 'This image is damaged or incomplete. Ask the website for a new one.',
  'second-image': 'This is the second image. Begin with the first one.',
  'offline-too-old':
    'This image is too old, or this phone’s clock is wrong. Set the clock if it is, then ask the website for a new image.',
  'malformed-login': 'This sign-in image is damaged or incomplete. Ask the sign-in page for a new image.',
  'no-account':
    'This image is for signing in, and this phone is not activated yet. Sign in with your password, choose “Activate a device”, and scan that image first.',
  'login-by-link':
    'A link cannot sign anybody in. If you want to sign in, open the sign-in page yourself and scan the image there. If somebody sent you this link, tell your helpdesk.',
  'other-gateway': 'This code belongs to another website. Open the app from the website that showed it.',
  unreachable: 'A code was read, but the website cannot be reached. Check that this phone is online.',
  timeout: 'A code was read, but the website takes too long to answer.',
  busy: 'A code was read, but the website has too much to do. Try again in a minute.',
  'malformed-reply': 'A code was read, but this website has no activation service for this app.',
  'wrong-key': 'A code was read, but the website does not accept this app.',
};

export const PIN_WORDS: Record<PinRefusal | 'pins-differ', string> = {
  'pin-not-digits': 'Use digits only.',
  'pin-too-short': 'This PIN is too short.',
  'pin-too-long': 'This PIN is too long.',
  'pin-repeats': 'Too easy to guess: it repeats itself. Choose another PIN.',
  'pin-counts': 'Too easy to guess: its digits count up or down. Choose another PIN.',
  'pin-is-date': 'Too easy to guess: it could be a birthday or another date. Choose another PIN.',
  'pins-differ': 'The two PINs were not the same. Choose your PIN again.',
};
