import { expect, type Page } from '@playwright/test';
import type { View } from '@/components/phone/view';
import type { ActivationState } from '@/lib/activation/activation';
import { names } from '@/lib/shared/names';
import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import { activationScreen } from '../screens/activation-screen';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { phoneApp } from '../screens/phone-app';
import { reissueScreen } from '../screens/staff/reissue-screen';

/** Two devices on which somebody sees one state: a page of the website, and the phone. */
export type Screens = { page: Page; phone: Page };

/** What a sentence asks to compare with the other screen, or to press or type there, is there. */
type Answer = (screens: Screens) => Promise<void>;

/** By the sentence of one screen: what answers it on the other. */
type Pairs = Readonly<Record<string, Answer>>;

/** The camera has opened the app, at the decision. */
const opened: Answer = ({ phone }) =>
  expect(phoneApp(phone).activateThisPhone.or(phoneApp(phone).confirmNumber)).toBeVisible();

const samePicture: Answer = async ({ page, phone }) => {
  const shown = await activationScreen(page).mosaic.first().getAttribute('aria-label');
  await expect(phoneApp(phone).mosaic).toHaveAccessibleName(shown ?? '');
};

const browserOnBoth: Answer = async ({ page, phone }) => {
  const [, named = ''] = /, shown .+ in (.+)$/.exec(await phone.getByText(/, shown .+ in /).innerText()) ?? [];
  await expect(page.getByText(named, { exact: true })).toBeVisible();
};

const sameSite: Answer = async ({ page, phone }) => {
  await expect(phone.getByRole('main')).toContainText(new URL(page.url()).origin);
};

/** The field is empty, and the page has the only number that fills it. */
const numberOnPage: Answer = async ({ page, phone }) => {
  await expect(phoneSignInScreen(page).number).toHaveText(/^[1-9]\d$/);
  await expect(phoneApp(phone).number).toHaveValue('');
};

const numberAndWordsOfAgent: Answer = async ({ page, phone }) => {
  await expect(reissueScreen(page).numberForCaller).toHaveText(/^[1-9]\d$/);
  await expect(phoneApp(phone).number).toHaveValue('');
  const words = (await reissueScreen(page).wordsForCaller.textContent()) ?? '';
  await expect(phoneApp(phone).agentWords).toHaveText(words);
};

/** Each state that two devices show at once, and every sentence of either that speaks of the other. */
const PAIRS = {
  'activation: asked': {
    page: {
      'Point your phone’s camera at this image.': opened,
      'It opens the app, which names this page: Chrome on Linux. Tap Activate this phone there, and choose a PIN.':
        async (screens) => {
          await browserOnBoth(screens);
          await expect(phoneApp(screens.phone).activateThisPhone).toBeVisible();
        },
    },
    phone: { 'On the network that this phone uses. Is that the page in front of you? If not, cancel.': browserOnBoth },
  },
  'activation: PIN': {
    page: {
      'Your turn: choose a PIN in the app': ({ phone }) => expect(phoneApp(phone).newPin).toBeVisible(),
      'Almost done. Choose a PIN on your phone.': ({ phone }) => expect(phoneApp(phone).newPin).toBeVisible(),
      'Choose a PIN on your phone': ({ phone }) => expect(phoneApp(phone).newPin).toBeVisible(),
      'Same picture on your phone? Then it’s your phone. If not, cancel.': samePicture,
    },
    phone: { 'Same picture on the website? Then it’s your phone. If not, cancel.': samePicture },
  },
  'activation: active': {
    page: {
      'Enter the 6-digit code from the app.': ({ phone }) => expect(phoneApp(phone).showOneTimePassword).toBeVisible(),
    },
    phone: {},
  },
  'activation: cancelled on the phone': {
    page: {},
    phone: {},
  },
  'sign-in: asked': {
    page: {
      'Point your phone’s camera at this image.': opened,
      'It opens the app. Enter your PIN there, and check that the request is from this site.': sameSite,
      'The phone has read the image. Type {number} on the phone.': numberOnPage,
      [names.phoneSignIn.number]: ({ phone }) => expect(phoneApp(phone).number).toBeVisible(),
    },
    phone: {
      'Continue only if you have just opened the sign-in page yourself, at this address.': sameSite,
      [names.phoneApp.numberOfSignIn]: numberOnPage,
    },
  },
  'sign-in: done': { page: {}, phone: {} },
  // The agent reads out of a form of many ways; what the caller's phone asks for is in it.
  'caller check: asked': {
    page: null,
    phone: { [names.phoneApp.numberOfCall]: numberAndWordsOfAgent },
  },
} as const satisfies Record<string, Record<keyof Screens, Pairs | null>>;

type PairedState = keyof typeof PAIRS;

/** Where a state stands in the table. `alone`: why nobody reads it beside another screen that it speaks of. */
type Place = PairedState | { alone: string };

const PASSES = { alone: 'it passes by itself, and asks for nothing' };
const ENDS = { alone: 'the other screen has ended, or starts anew' };
const SETTINGS = { alone: 'the person is in the app, whatever a page shows' };

/** Each state that the site and the app declare: a new one does not compile before it has its place. */
const PLACES = {
  site: {
    requested: PASSES,
    issued: 'activation: asked',
    scanned: PASSES,
    verified: PASSES,
    linked: 'activation: PIN',
    active: 'activation: active',
    cancelled: 'activation: cancelled on the phone',
    expired: ENDS,
    failed: ENDS,
    superseded: ENDS,
  },
  activation: {
    scanning: { alone: 'the app’s camera reads what the page shows before it speaks of it' },
    confirming: 'activation: asked',
    connecting: PASSES,
    'choosing-pin': 'activation: PIN',
    'choosing-biometrics': { alone: 'the phone asks for its own fingerprint or face' },
    preparing: PASSES,
    activating: PASSES,
    stalled: { alone: 'the phone has no network' },
    'asking-to-cancel': { alone: 'a question about this phone' },
    cancelled: 'activation: cancelled on the phone',
    failed: ENDS,
    forged: { alone: 'no page of this site shows the image' },
    activated: 'activation: active',
  },
  app: {
    home: SETTINGS,
    'install-first': SETTINGS,
    'paste-link': SETTINGS,
    activation: 'activation: asked',
    'offline-activation': { alone: 'what is typed from one screen on the other is walked in the offline activation' },
    login: 'sign-in: asked',
    'linked-login': { alone: 'page and app are one after the other in one browser' },
    'login-request': 'caller check: asked',
    settings: SETTINGS,
    'bring-back': SETTINGS,
    unlock: SETTINGS,
    'new-pin': SETTINGS,
    'new-biometrics': SETTINGS,
    'new-notifications': SETTINGS,
    'new-copy': SETTINGS,
    freeze: SETTINGS,
    remove: SETTINGS,
  },
  /** The end of `login`, which the app shows in the same view. */
  ended: { login: 'sign-in: done' },
} as const satisfies {
  site: Record<ActivationState, Place>;
  activation: Record<ActivationFlow['state'], Place>;
  app: Record<View['name'], Place>;
  ended: Partial<Record<View['name'], Place>>;
};

/** The states that two screens show at once, by what is declared of site and app. */
export function placedStates(): string[] {
  const places: Place[] = Object.values(PLACES).flatMap((states) => Object.values<Place>(states));
  return [...new Set(places.filter((place) => typeof place === 'string'))].toSorted();
}

/** A line that asks something of its reader, and on which screen it is to be done. */
const ASKS = /\b(?:same|compare|tap|press|type|choose|enter|is that|check|point)\b/i;
const OF_THE_OTHER = {
  page: /\b(?:phone|app)\b/i,
  phone: /\b(?:website|site|page|screen|computer)\b/i,
} as const satisfies Record<keyof Screens, RegExp>;

/** Holds both screens to the table: each of its lines is shown and answered, and no other line asks for the other screen. */
export async function expectPairs(state: PairedState, screens: Screens): Promise<void> {
  for (const side of ['page', 'phone'] as const) {
    const pairs: Pairs | null = PAIRS[state][side];
    if (pairs === null) continue;
    for (const [line, answer] of Object.entries(pairs)) {
      await expect.poll(() => linesOf(screens[side]), `“${state}”, ${side}`).toContain(line);
      await answer(screens);
    }
    const asking = (line: string) => ASKS.test(line) && OF_THE_OTHER[side].test(line);
    // Polled: one screen ends a moment after the other.
    await expect
      .poll(
        async () => (await linesOf(screens[side])).filter((line) => asking(line) && !(line in pairs)),
        `“${state}”: what the ${side} asks for, and no pair answers`,
      )
      .toEqual([]);
  }
}

async function linesOf(screen: Page): Promise<string[]> {
  const text = await screen.getByRole('main').innerText();
  return text.split('\n').map((line) => line.trim().replace(/\bType \d{2} on\b/, 'Type {number} on'));
}
