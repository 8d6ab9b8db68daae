import { expect } from '@playwright/test';
import { poll } from '@/lib/kit/poll';
import { names } from '@/lib/shared/names';
import { ENGINES } from '../../support/browser/engines/engines';
import { NEWER_BUILD } from '../../support/servers/newer-build';
import { isolatedTestIn } from '../fixtures/engine-test';
import {
  confirmAndChoosePin,
  expectKept,
  openSessionIn,
  read,
  readOneTimePassword,
  showImage,
  typedIn,
  unlock,
} from './walk';

const NAMED = 'Phone in the train';

/**
 * Whether the newer version has opened the app’s store. On a slow line the kept page comes first, and the newer one the next
 * time. Runs in the page.
 */
async function hasNewerStore(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ version = 0 }) => version > 1_000);
}

for (const installed of ENGINES) {
  const { name } = installed;
  const test = isolatedTestIn(installed);

  test.describe(`over a newer site in ${name}`, { tag: '@all' }, () => {
    test(`an activation under way in ${name} goes on over a newer site, whose app has the account afterwards`, async ({
      engine,
      server,
      account,
    }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      await engine.press('button', names.activation.cannotScan);
      await engine.press('link', names.activation.openHere);
      await engine.see('heading', names.phoneApp.isThisYou);
      await expectKept(engine);
      await server.upgrade(NEWER_BUILD);
      await confirmAndChoosePin(engine);
      await engine.press('button', names.phoneApp.showOneTimePassword);
      await readOneTimePassword(engine);

      await poll('the newer version of the app', async () => {
        await engine.goto(`${server.url}/authenticator`);
        await engine.see('button', names.phoneApp.showOneTimePasswordFor(account.userId));
        return await engine.evaluate(hasNewerStore);
      });
      await unlock(engine, account);
    });

    test(`a form in ${name} whose action a newer site lacks says so, and keeps what was typed`, async ({
      engine,
      server,
      account,
    }) => {
      await openSessionIn(engine, server, account);
      await engine.goto(`${server.url}/activations/new`);
      await engine.type(names.newActivation.deviceName, NAMED);
      await server.upgrade(NEWER_BUILD);
      await engine.press('button', names.newActivation.show);
      await read(engine, /This site was updated/);
      expect(await typedIn(engine)).toContain(NAMED);
      await engine.press('button', names.area.loadAgain);
      await read(engine, /^(?!.*This site was updated)/);
      await expect.poll(() => typedIn(engine)).toContain(NAMED);
      await engine.press('button', names.newActivation.show);
      await engine.see('img', names.activation.image);
    });

    test(`an activation under way in ${name} goes on over a newer site, whose app waits in another tab`, async ({
      engine,
      server,
      account,
    }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      await engine.press('button', names.activation.cannotScan);
      await engine.press('link', names.activation.openHere);
      await engine.see('heading', names.phoneApp.isThisYou);
      await expectKept(engine);
      await server.upgrade(NEWER_BUILD);
      const goToOlder = await engine.openTab();
      await poll('the newer version of the app', async () => {
        await engine.goto(`${server.url}/authenticator`);
        return (await read(engine, /Welcome|Finish in the other tab/)) !== 'Welcome';
      });

      const goToNewer = await goToOlder();
      await confirmAndChoosePin(engine);
      await engine.press('button', names.phoneApp.showOneTimePassword);
      await goToNewer();
      await engine.see('button', names.phoneApp.showOneTimePasswordFor(account.userId));
    });
  });
}
