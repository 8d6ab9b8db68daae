import { expect } from '@playwright/test';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { invitationLink } from '@/lib/kit/server/mailbox';
import { names } from '@/lib/shared/names';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { ENGINES } from '../../support/browser/engines/engines';
import { staffAccount } from '../fixtures/accounts';
import { testIn } from '../fixtures/engine-test';
import { createInvitationAs } from '../flows/create-invitation';
import {
  activateByLink,
  askToSignInByPhone,
  choosePin,
  confirmAndChoosePin,
  enterPin,
  expectAnswered,
  expectKept,
  expectLargeTextFits,
  openSessionIn,
  photograph,
  read,
  readOneTimePassword,
  readTypedCode,
  showImage,
  signIn,
  signOut,
  typedIn,
  unlock,
} from './walk';

/** From wide to narrow and back: WebKitGTK's window is never narrower. */
const WIDTHS = [1280, 447, 700, 1280];

/** What a page says whose site does not answer. */
const NO_ANSWER = /did not answer|seem to be offline/;

for (const installed of ENGINES) {
  const { name } = installed;
  const test = testIn(installed);

  test(`a person signs in in ${name}, and a phone is activated by the picture that it shows`, async ({
    engine,
    server,
    account,
  }) => {
    const phone = await TestPhone.at(server.url);
    await signIn(engine, server, account);
    await showImage(engine, server);
    await phone.activate(engine);
    await engine.see('heading', names.activation.activated);
    phone.close();
  });

  test.describe('the whole walk', { tag: '@all' }, () => {
    test(`the app in ${name} is activated by a link, refuses a wrong PIN, and the site takes its one-time password`, async ({
      engine,
      server,
      account,
    }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      await activateByLink(engine);
      await engine.press('button', names.phoneApp.showOneTimePassword);
      await readOneTimePassword(engine);

      await engine.goto(`${server.url}/authenticator`);
      await engine.press('button', names.phoneApp.showOneTimePasswordFor(account.userId));
      await enterPin(engine, account, '0000');
      await read(engine, /Wrong PIN\. \d tries left/);
      await enterPin(engine, account);
      const oneTimePassword = await readOneTimePassword(engine);

      await engine.goto(server.url);
      const device = await engine.evaluate(
        () => document.querySelector<HTMLAnchorElement>('a[href^="/authenticators/"]')?.href ?? '',
      );
      await engine.goto(device);
      await engine.type(names.testLogin.oneTimePassword, oneTimePassword);
      await engine.press('button', names.testLogin.tryOut);
      await engine.see('status', names.testLogin.works);
    });

    test(`the app in ${name} reads an activation from a picture in a file`, async ({ engine, server, account }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      const activation = await engine.screenshot();
      await engine.goto(`${server.url}/authenticator`);
      await engine.press('button', names.phoneApp.scanCode);
      await engine.choosePicture(activation);
      await confirmAndChoosePin(engine);
      await engine.press('button', names.phoneApp.showOneTimePassword);
      await readOneTimePassword(engine);
    });

    test(`a phone reads the sign-in image that ${name} shows, and the page signs its person in`, async ({
      engine,
      server,
      account,
    }) => {
      const phone = await TestPhone.at(server.url);
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      await phone.activate(engine);
      await engine.see('heading', names.activation.activated);
      const number = await askToSignInByPhone(engine, server);
      await phone.scan(engine);
      await phone.approve({ number });
      await engine.see('heading', names.devices.heading);
      phone.close();
    });

    test(`the app in ${name} opens and shows one-time passwords without a network`, async ({
      engine,
      server,
      account,
      network,
    }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      await activateByLink(engine);
      await expectKept(engine);
      await network.cut();
      await engine.goto(`${server.url}/authenticator`);
      await unlock(engine, account);
      expect(await engine.evaluate(() => fetch('/api/health').then(Boolean, () => false))).toBe(false);
    });

    test(`an agent sends a new activation in ${name}, and the invited person activates in it`, async ({
      engine,
      server,
      account,
    }) => {
      await openSessionIn(engine, server, staffAccount('helpdesk-agent'));
      await engine.goto(`${server.url}/helpdesk/users/${account.userId}/reissue`);
      await engine.choose(names.reissue.reason, names.reissue.reasons['new-phone']);
      await engine.type(names.reissue.ticket, 'T-4711');
      await engine.choose(names.reissue.numberCalled, KNOWN_NUMBER);
      await engine.type(names.reissue.documentEnd, 'X4F2');
      await engine.press('button', names.reissue.send);
      await engine.see('heading', 'New activation sent');
      const link = await invitationLink(server, `${account.userId}@example.org`);

      await signOut(engine, server);
      await engine.goto(link);
      await engine.type(names.invited.password, account.password);
      await engine.press('button', names.invited.continue);
      await engine.press('button', names.newActivation.show);
      await engine.see('img', names.activation.image);
      await activateByLink(engine);
    });

    test(`a form in ${name} keeps what was typed without a network, says so, and is sent once there is one`, async ({
      engine,
      server,
      account,
      network,
    }) => {
      const agent = staffAccount('helpdesk-agent');
      const forms = [
        {
          who: null,
          path: '/sign-in',
          typed: { [names.signIn.userId]: account.userId, [names.signIn.password]: account.password },
          send: names.signIn.signIn,
        },
        {
          who: null,
          path: '/sign-in/forgotten',
          typed: { [names.signIn.userId]: account.userId },
          send: names.proof.emailCode,
        },
        {
          who: account,
          path: '/activations/new',
          typed: { [names.newActivation.deviceName]: 'Phone in the train' },
          send: names.newActivation.show,
        },
        {
          who: account,
          path: '/profile',
          typed: { [names.profile.addresses]: 'train@example.org' },
          send: names.profile.saveAddresses,
        },
        {
          who: agent,
          path: `/helpdesk/users/${account.userId}/reissue`,
          typed: { [names.reissue.ticket]: 'T-4712', [names.reissue.documentEnd]: 'X4F2' },
          send: names.reissue.send,
        },
      ];
      for (const { who, path, typed, send } of forms) {
        await test.step(path, async () => {
          if (who) await openSessionIn(engine, server, who);
          await engine.goto(`${server.url}${path}`);
          await engine.see('button', send);
          if (who === agent) {
            await engine.choose(names.reissue.reason, names.reissue.reasons['new-phone']);
            await engine.choose(names.reissue.numberCalled, KNOWN_NUMBER);
          }
          await network.cut();
          for (const [field, text] of Object.entries(typed)) await engine.type(field, text);
          await engine.press('button', send);
          await read(engine, NO_ANSWER);
          expect(await typedIn(engine), path).toEqual(expect.arrayContaining(Object.values(typed)));
          await network.mend();
          await engine.press('button', send);
          await expectAnswered(engine);
          await read(engine, /^(?!.*(?:did not answer|seem to be offline))/);
        });
      }
    });

    test(`a page in ${name} fits a window that becomes narrower, and letters of 200 %`, async ({
      engine,
      server,
      account,
    }) => {
      const invitation = await createInvitationAs(staffAccount('helpdesk-agent'), server.url, account.userId);
      const pages = {
        nobody: ['/sign-in', '/sign-in/phone', '/authenticator'],
        person: ['/', '/activations/new', '/profile'],
        agent: [
          '/helpdesk',
          `/helpdesk/users/${account.userId}`,
          `/helpdesk/users/${account.userId}/reissue`,
          invitation,
        ],
      };
      const who = { nobody: null, person: account, agent: staffAccount('helpdesk-agent') };
      for (const role of ['nobody', 'person', 'agent'] as const) {
        const somebody = who[role];
        if (somebody) await openSessionIn(engine, server, somebody);
        for (const path of pages[role]) {
          await engine.goto(`${server.url}${path}`);
          for (const width of WIDTHS) {
            await engine.resize(width);
            expect.soft(await engine.evaluate(wideContent), `${path} at ${width} px`).toBe(0);
          }
          await expectLargeTextFits(engine, path);
        }
      }
    });

    test(`the app in ${name} signs its person in on a page in another tab`, async ({ engine, server, account }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      const activation = await engine.screenshot();
      await engine.goto(`${server.url}/authenticator`);
      await engine.press('button', names.phoneApp.scanCode);
      await engine.choosePicture(activation);
      await confirmAndChoosePin(engine);
      await engine.press('button', names.phoneApp.showOneTimePassword);
      await readOneTimePassword(engine);

      const goToPhone = await engine.openTab();
      const number = await askToSignInByPhone(engine, server);
      const signingIn = await engine.screenshot();
      const goToSite = await goToPhone();
      await engine.press('button', names.phoneApp.scanCode);
      await engine.choosePicture(signingIn);
      await engine.type(names.phoneApp.numberOfSignIn, number);
      await engine.press('button', names.phoneApp.signIn);
      await engine.see('heading', 'Signed in');
      await goToSite();
      await engine.see('heading', names.devices.heading);
    });

    test(`the app in ${name} is activated by two images and two typed codes, without a network`, async ({
      engine,
      server,
      account,
      network,
    }) => {
      await engine.goto(`${server.url}/authenticator`);
      await expectKept(engine);
      const goToPhone = await engine.openTab();
      await openSessionIn(engine, server, account);
      await showImage(engine, server, 'offline');
      const first = await photograph(engine, 'F1');

      const goToSite = await goToPhone();
      await network.cut();
      await engine.goto(`${server.url}/authenticator`);
      await engine.press('button', names.phoneApp.scanCode);
      await engine.choosePicture(first);
      await engine.see('heading', names.phoneApp.isThisYou);
      await engine.press('button', names.phoneApp.activateThisPhone);
      const deviceCode = await readTypedCode(engine);

      await network.mend();
      await goToSite();
      await engine.type(names.activation.deviceCode, deviceCode);
      await engine.press('button', names.activation.showSecondImage);
      const second = await photograph(engine, 'F2');

      await goToPhone();
      await network.cut();
      await engine.press('button', names.phoneApp.scanSecondImage);
      await engine.choosePicture(second);
      await choosePin(engine);
      await engine.see('button', names.phoneApp.websiteSaysActivated);
      const signature = await readTypedCode(engine);

      await network.mend();
      await goToSite();
      await engine.type(names.activation.signature, signature);
      await engine.press('button', names.activation.activate);
      await engine.see('heading', names.activation.activated);
      await goToPhone();
      await engine.press('button', names.phoneApp.websiteSaysActivated);
      await readOneTimePassword(engine);
    });
  });
}

/** By how many pixels the page is wider than its window. Runs in the page. */
function wideContent(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}
