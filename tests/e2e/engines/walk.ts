import { expect } from '@playwright/test';
import { PNG } from 'pngjs';
import { poll } from '@/lib/kit/poll';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { findCode } from '@/lib/phone/scanning/find-code';
import type { Engine } from '../../support/browser/engines/engine';
import type { Account } from '../fixtures/accounts';
import { PHONE_PIN } from '../flows/phone-activation';

/** Steps of the walk through another engine: what a person does, by the names that they read. */

/** By the page, from anywhere to somebody's devices. */
export async function signIn(engine: Engine, server: Server, { userId, password }: Account): Promise<void> {
  await engine.goto(`${server.url}/sign-in`);
  await engine.type(names.signIn.userId, userId);
  await engine.type(names.signIn.password, password);
  await engine.press('button', names.signIn.signIn);
  await engine.see('heading', names.devices.heading);
}

/** By the requests of the sign-in page, from within a page of the site. */
export async function openSessionIn(engine: Engine, { url }: Server, { userId, password }: Account): Promise<void> {
  await engine.goto(`${url}/sign-in`);
  await engine.evaluate(
    async (id: string, secret: string) => {
      const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
      const body = new URLSearchParams({ csrfToken, json: 'true', userId: id, password: secret });
      await fetch('/api/auth/callback/credentials', { method: 'POST', body });
    },
    userId,
    password,
  );
}

/** By a request, from anywhere. */
export async function signOut(engine: Engine, { url }: Server): Promise<void> {
  // A page that leads nobody elsewhere, which would break off what it has asked.
  await engine.goto(`${url}/api/docs`);
  // WebKit may say “Load failed” right behind a navigation, and does it the next time.
  await poll('the session to be ended', async () =>
    engine.evaluate(async () => {
      try {
        const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
        const body = new URLSearchParams({ csrfToken, json: 'true' });
        return (await fetch('/api/auth/signout', { method: 'POST', body })).ok;
      } catch {
        return false;
      }
    }),
  );
}

/** From anywhere to a sign-in image, whoever was signed in before. @returns the number beside it */
export async function askToSignInByPhone(engine: Engine, server: Server): Promise<string> {
  await signOut(engine, server);
  await engine.goto(`${server.url}/sign-in/phone`);
  await engine.see('img', names.phoneSignIn.image);
  return await engine.see('status', names.phoneSignIn.number);
}

/** For somebody who is signed in, from anywhere to the image. */
export async function showImage(
  engine: Engine,
  server: Server,
  phoneIs: 'online' | 'offline' = 'online',
): Promise<void> {
  await engine.goto(`${server.url}/activations/new`);
  if (phoneIs === 'offline') {
    await engine.press('button', names.activation.cannotScan);
    await engine.press('checkbox', names.newActivation.offline);
  }
  await engine.press('button', names.newActivation.show);
  await engine.see('img', names.activation.image);
}

/** From the image to "This phone is activated", in the app of the same browser. */
export async function activateByLink(engine: Engine): Promise<void> {
  await engine.press('button', names.activation.cannotScan);
  await engine.press('link', names.activation.openHere);
  await confirmAndChoosePin(engine);
}

export async function confirmAndChoosePin(engine: Engine): Promise<void> {
  await engine.see('heading', names.phoneApp.isThisYou);
  await engine.press('button', names.phoneApp.activateThisPhone);
  await choosePin(engine);
  await engine.see('heading', 'This phone is activated');
}

export async function choosePin(engine: Engine): Promise<void> {
  await engine.type(names.phoneApp.newPin, PHONE_PIN);
  await engine.type(names.phoneApp.pinAgain, PHONE_PIN);
}

/** Where an account asks for its PIN. */
export async function enterPin(engine: Engine, { userId }: Account, pin = PHONE_PIN): Promise<void> {
  await engine.type(names.phoneApp.pinFor(userId), pin);
  await engine.press('button', names.phoneApp.continue);
}

/** From the app's first screen, which has this account alone. @returns the one-time password that it shows */
export async function unlock(engine: Engine, account: Account): Promise<string> {
  await engine.press('button', names.phoneApp.showOneTimePasswordFor(account.userId));
  await enterPin(engine, account);
  return await readOneTimePassword(engine);
}

export async function readOneTimePassword(engine: Engine): Promise<string> {
  return (await read(engine, /(?<!\d)\d{3} \d{3}(?!\d)/)).replace(' ', '');
}

/** What the person types of one screen on the other, in groups of four digits. */
export async function readTypedCode(engine: Engine): Promise<string> {
  return (await read(engine, /(?<!\d)(?:\d{4} ){3,}\d{2,4}(?!\d)/)).replaceAll(' ', '');
}

/** Waits until the page says something. @returns the words */
export async function read(engine: Engine, pattern: RegExp): Promise<string> {
  let words: string | undefined;
  await poll(`the page to say ${String(pattern)}`, async () => {
    const text = await engine.evaluate(() => document.body.innerText).catch(() => '');
    words = pattern.exec(text.replaceAll('\n', ' '))?.[0];
    return words !== undefined;
  });
  return words ?? '';
}

/** Waits until no form is under way: one that signs in leaves its page late, and would leave the page that is opened next. */
export async function expectAnswered(engine: Engine): Promise<void> {
  await poll('the form to be answered', () =>
    engine.evaluate(() => document.querySelector('[aria-busy=true]') === null).catch(() => false),
  );
}

/** Waits until the app’s page, its files and those of the scanner are kept for a time without a network. */
export async function expectKept(engine: Engine): Promise<void> {
  await poll('the app to be kept', () =>
    engine.evaluate(async () => {
      const registered = await navigator.serviceWorker.getRegistrations();
      return registered.length === 2 && registered.every(({ active }) => active?.state === 'activated');
    }),
  );
}

/** A picture of what the window shows, once a phone could read in it what begins so. */
export async function photograph(engine: Engine, begins: string): Promise<Buffer> {
  let picture: Buffer = Buffer.alloc(0);
  await poll(`an image that says ${begins}…`, async () => {
    picture = await engine.screenshot();
    return findCode(PNG.sync.read(picture))?.text.startsWith(begins) ?? false;
  });
  return picture;
}

/** What is in the page’s fields that a person fills in. */
export async function typedIn(engine: Engine): Promise<string[]> {
  return await engine.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main input:not([type=hidden]), main textarea')].map(
      ({ value }) => value,
    ),
  );
}

/** Nothing of a page lies outside its window, or is cut off within a box, with letters of 200 % (WCAG 1.4.4). */
export async function expectLargeTextFits(engine: Engine, page: string): Promise<void> {
  const found = await engine.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = '200%';
    const wide = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px in ${root.clientWidth} px`] : [];
    const cut = [...root.querySelectorAll<HTMLElement>('main button, main a, main h1, main h2, main p, main label')]
      .filter(
        ({ scrollWidth, clientWidth, offsetParent }) =>
          offsetParent && clientWidth > 0 && scrollWidth > clientWidth + 1,
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
    root.style.fontSize = '';
    return [...wide, ...cut];
  });
  expect.soft(found, `${page} at 200 %`).toEqual([]);
}
