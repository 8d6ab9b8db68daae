import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/names';
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

const numberOfAgent: Answer = async ({ page, phone }) => {
  await expect(reissueScreen(page).numberForCaller).toHaveText(/^[1-9]\d$/);
  await expect(phoneApp(phone).number).toHaveValue('');
};

const sameWords: Answer = async ({ page, phone }) => {
  const words = (await reissueScreen(page).wordsForCaller.textContent()) ?? '';
  await expect(phoneApp(phone).agentWords).toHaveText(words);
};

/** Each state that two devices show at once, and every sentence of either that speaks of the other. */
export const PAIRS = {
  'activation: asked': {
    page: {
      'Point your phone’s camera at this image.': opened,
      'It opens the app, which names this page: Chrome on Linux. Tap Activate this phone there, and choose a PIN.':
        async (screens) => {
          await browserOnBoth(screens);
          await expect(phoneApp(screens.phone).activateThisPhone).toBeVisible();
        },
    },
    phone: { 'Is that the page in front of you? If not, cancel.': browserOnBoth },
  },
  'activation: PIN': {
    page: {
      'Your turn: choose a PIN in the app': ({ phone }) => expect(phoneApp(phone).newPin).toBeVisible(),
      'Choose a PIN on your phone': ({ phone }) => expect(phoneApp(phone).newPin).toBeVisible(),
      'Same picture on your phone? Then it’s your phone. If not, cancel.': samePicture,
    },
    phone: { 'Same picture on the website? Then it’s your phone. If not, cancel.': samePicture },
  },
  'activation: active': {
    page: {},
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
    phone: { [names.phoneApp.numberOfCall]: numberOfAgent, [names.phoneApp.agentWords]: sameWords },
  },
} as const satisfies Record<string, Record<keyof Screens, Pairs | null>>;

/** A line that asks something of its reader, and on which screen it is to be done. */
const ASKS = /\b(?:same|compare|tap|press|type|choose|enter|is that|check|point)\b/i;
const OF_THE_OTHER = {
  page: /\b(?:phone|app)\b/i,
  phone: /\b(?:website|site|page|screen|computer)\b/i,
} as const satisfies Record<keyof Screens, RegExp>;

/** Holds both screens to the table: each of its lines is shown and answered, and no other line asks for the other screen. */
export async function expectPairs(state: keyof typeof PAIRS, screens: Screens): Promise<void> {
  for (const side of ['page', 'phone'] as const) {
    const pairs: Pairs | null = PAIRS[state][side];
    if (pairs === null) continue;
    for (const [line, answer] of Object.entries(pairs)) {
      await expect.poll(() => linesOf(screens[side]), `“${state}”, ${side}`).toContain(line);
      await answer(screens);
    }
    const asking = (line: string) => ASKS.test(line) && OF_THE_OTHER[side].test(line);
    const missing = (await linesOf(screens[side])).filter((line) => asking(line) && !(line in pairs));
    expect(missing, `“${state}”: what the ${side} asks for, and no pair answers`).toEqual([]);
  }
}

async function linesOf(screen: Page): Promise<string[]> {
  const text = await screen.getByRole('main').innerText();
  return text.split('\n').map((line) => line.trim());
}
