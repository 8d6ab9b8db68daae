import type { Message } from '@/lib/shared/language/t';
import type { FlowFailure, ScanProblem } from '@/lib/phone/activation/activation-states';
import type { PinProblem } from '@/lib/phone/keys/pin-policy';

/** Why an activation stopped, and what to do. */
export const FAILURE_WORDS = {
  unreachable: {
    title: 'No connection',
    text: 'The website could not be reached. Check that this phone is online.',
  },
  timeout: { title: 'No answer', text: 'The website is taking too long to answer. Try again in a moment.' },
  failing: { title: 'The website has a problem', text: 'It couldn’t answer. Try again in a minute.' },
  busy: {
    title: 'The website is busy',
    text: 'It can’t take more requests right now. Try again in a minute.',
  },
  'malformed-reply': {
    title: 'Unexpected answer',
    text: 'This app doesn’t understand the website’s answer. Try again later, or ask the helpdesk.',
  },
  'wrong-key': {
    title: 'This app is not accepted',
    text: 'The website doesn’t accept this app. Close it and open it again. If that doesn’t help, ask the helpdesk.',
  },
  'registration-not-found': {
    title: 'This image has expired',
    text: 'It expired or was cancelled. Get a new image on the website and scan that.',
  },
  'not-accepted': {
    title: 'Those values don’t match',
    text: 'The website didn’t accept them. If you typed them, compare every character. Otherwise, get a new image.',
  },
  refused: {
    title: 'This image was already used',
    text: 'Each image works once, on one phone. Get a new image on the website and scan that.',
  },
  paused: {
    title: 'Wait a moment',
    text: 'The website asked this phone to wait. Try again in a few minutes.',
  },
  'gateway-not-genuine': {
    title: 'This was not your website',
    text: 'The server that answered couldn’t prove that it knows your activation. Nothing was saved. Tell the helpdesk.',
  },
  'storage-failed': {
    title: 'This browser can’t save data',
    text: 'The account couldn’t be saved. A private window or a full phone may be why. If this phone is listed under “Your devices” on the website, remove it there.',
  },
  'outcome-unknown': {
    title: 'The answer was lost',
    text: 'The activation may have worked, but this phone didn’t get the answer and saved nothing. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.',
  },
  interrupted: {
    title: 'The activation was interrupted',
    text: 'The app was closed or reloaded before it was done, and nothing was saved. If this phone is listed under “Your devices” on the website, remove it there. Then get a new image.',
  },
} as const satisfies Record<FlowFailure, { title: Message; text: Message }>;

/** What is wrong with a code, while the camera keeps scanning. */
export const CODE_WORDS = {
  'unknown-code':
    'This image isn’t for this app. Point the camera at the image on the website’s activation page or sign-in page.',
  'malformed-activation': 'This activation image is damaged or incomplete. Get a new image on the website.',
  'too-old': 'This image has expired. Get a new one on the website and scan that.',
  'malformed-offline': 'This image is damaged or incomplete. Get a new one on the website.',
  'second-image': 'This is the second image. Start with the first one.',
  'offline-too-old':
    'This image has expired, or this phone’s clock is wrong. Check the clock, then get a new image on the website.',
  'malformed-login': 'This sign-in image is damaged or incomplete. Get a new image on the sign-in page.',
  'no-account':
    'This image is for signing in, and this phone isn’t activated yet. Sign in with your password, choose “Activate a device”, and scan that image first.',
  'no-account-here':
    'This link is for signing in, and this browser has no account. If the app is on your home screen or in another browser, open it there and scan the image.',
  'login-by-link':
    'You can’t sign in with this link: another website led here. To sign in, open the sign-in page yourself and scan the image there. If someone sent you this link, tell the helpdesk.',
  'other-gateway': 'This image belongs to another website. Open the app from the website that showed it.',
  unreachable: 'The image was read, but the website can’t be reached. Check that this phone is online.',
  timeout: 'The image was read, but the website is taking too long to answer.',
  failing: 'The image was read, but the website has a problem. Try again in a minute.',
  busy: 'The image was read, but the website is busy. Try again in a minute.',
  'malformed-reply': 'The image was read, but this website has no activation service for this app.',
  'wrong-key': 'The image was read, but the website doesn’t accept this app.',
} as const satisfies Record<ScanProblem, Message>;

export const PIN_WORDS = {
  'pin-not-digits': 'Use digits only.',
  'pin-too-short': 'This PIN is too short.',
  'pin-too-long': 'This PIN is too long.',
  'pin-repeats': 'Too easy to guess: it repeats itself. Choose another PIN.',
  'pin-counts': 'Too easy to guess: its digits count up or down. Choose another PIN.',
  'pin-is-date': 'Too easy to guess: it could be a birthday or another date. Choose another PIN.',
  'pins-differ': 'The PINs don’t match. Enter the same PIN again.',
} as const satisfies Record<PinProblem, Message>;
