import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { poll } from '@/lib/kit/poll';
import { replicaEnv } from '@/lib/kit/server/replica-env';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { SECOND } from '@/lib/shared/time/duration';
import { migrateBy, migrateFurther } from '../../support/databases/migrate-by';
import { createDatabaseOfTwoUsers } from '../../support/databases/two-users';
import { ActivatingCrowd } from '../../support/load/activating-crowd';
import { HttpClient } from '../../support/load/http-client';
import { addOwnPeople, signInOwnPerson } from '../../support/load/own-people';
import { repository } from '../../support/repository';
import { Haproxy, hasHaproxy } from '../../support/servers/haproxy';
import { PREVIOUS_RELEASE } from '../../support/servers/previous-release';
import { runCommand } from '../../support/servers/run-command';
import { FRONT_END_KEY } from '../../support/servers/test-gateway';
import { openSession } from '../flows/open-session';
import { activateTestPhone, signInByTestPhone } from '../flows/phone-sign-ins';
import { profileScreen } from '../screens/accounts/profile-screen';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

const databaseServer = process.env['TESSERA_TEST_DATABASE_URL'];

/** Limits for people, who press a button now and then, must not be what is met. */
const WITHOUT_LIMITS = {
  TESSERA_STARTS_PER_DAY: '100000',
  TESSERA_ACTIVATION_LIMIT: '0',
  TESSERA_STEP_UP_SECONDS: '3600',
  // Some wait for their phone while every process is replaced.
  TESSERA_ACTIVATION_LIFETIME_SECONDS: '900',
};

/** Who activate phones in turns. */
const BUSY = Array.from({ length: 15 }, (_, index) => `busy.${index + 1}`);

/** How many of them are at it. */
const AT_ONCE = 3;

/** Whose image is shown by one version, and scanned at the other. */
const WAITING = ['waits.1', 'waits.2', 'waits.3', 'waits.4'];

const buildIdOf = (folder: string) => readFileSync(join(folder, '.next', 'BUILD_ID'), 'utf8');

const SIGNS_IN = { userId: 'signs.in', password: PASSWORD };

/** Of a page whose version is gone: what was typed stays, and the page can be loaded again. */
async function pressOrLoadAgain(page: Page, press: () => Promise<void>, done: ReturnType<Page['locator']>) {
  const loadAgain = page.getByRole('button', { name: names.area.loadAgain });
  await press();
  await expect(done.or(loadAgain)).toBeVisible();
  if (await done.isVisible()) return;
  await loadAgain.click();
  await expect(loadAgain).toBeHidden();
  await press();
  await expect(done).toBeVisible();
}

if (databaseServer !== undefined) {
  test.describe('the release before and this one on one database', { tag: '@all' }, () => {
    test.skip(!hasHaproxy, 'HAProxy is not installed');

    test('replicas are upgraded and rolled back under load, and no activation, phone or request fails', async ({
      browser,
    }) => {
      expect(buildIdOf(repository), 'two releases that are the same show nothing').not.toBe(
        buildIdOf(PREVIOUS_RELEASE),
      );
      const { url: databaseUrl, migrationUrl } = await createDatabaseOfTwoUsers(databaseServer);
      const proxy = await Haproxy.prepare();
      const { url } = proxy;
      const site = { GATEWAY_FRONT_END_KEY: FRONT_END_KEY, TESSERA_URL: url, TESSERA_TRUSTED_PROXIES: '1' };
      const env = { ...replicaEnv(databaseUrl), ...WITHOUT_LIMITS, ...site };
      const owner = { ...env, DATABASE_MIGRATION_URL: migrationUrl };
      await migrateBy(PREVIOUS_RELEASE, owner);
      const replicas = [await Server.prepare({ env }), await Server.prepare({ env })] as const;
      const client = new HttpClient(url);
      try {
        for (const replica of replicas) await replica.upgrade(PREVIOUS_RELEASE);
        await proxy.start(replicas.map((replica) => new URL(replica.url).port));
        await addOwnPeople(replicas[0], [...BUSY, ...WAITING, SIGNS_IN.userId]);
        const signInAll = (ids: readonly string[]) => Promise.all(ids.map((userId) => signInOwnPerson(url, userId)));
        const [busy, waiting] = [await signInAll(BUSY), await signInAll(WAITING)];

        const phone = await activateTestPhone(browser, url, SIGNS_IN);
        const phones = [phone];
        let signIns = 0;
        const signIn = async () => {
          await signInByTestPhone(browser, url, phone);
          signIns += 1;
        };
        /** Until each version has made the image for a page of the other. */
        const signInAcross = async () => {
          const ways = new Set<string>();
          while (ways.size < 2) {
            await signIn();
            const ofPage = proxy.requests().filter(({ path }) => path === '/sign-in/phone');
            const [shown, started] = ofPage.slice(-2);
            if (shown && started && shown.server !== started.server) ways.add(shown.server);
          }
        };
        const page = await browser.newPage({ baseURL: url });
        await openSession(page, { userId: 'jane.doe', password: PASSWORD });
        await page.goto('/activations/new');
        const crowd = new ActivatingCrowd(client, busy, AT_ONCE);

        /** So many that everybody may see that the site works. */
        const someMore = async () => {
          const activations = crowd.phones.length;
          await signIn();
          await poll('more activations', async () => {
            expect(crowd.failures).toEqual([]);
            return crowd.phones.length >= activations + AT_ONCE;
          });
        };
        const beginWaiting = () => Promise.all(waiting.map((person) => crowd.begin(person)));
        /** One after the other, as operators do. @returns seconds */
        const replaceBy = async (folder: string) => {
          const beganAt = performance.now();
          for (const [index, replica] of replicas.entries()) {
            await Promise.all([replica.upgrade(folder), signIn()]);
            await proxy.untilUp(`tessera-${index + 1}`);
            if (index === 0) await signInAcross();
            await someMore();
          }
          return ((performance.now() - beganAt) / SECOND).toFixed(1);
        };

        await someMore();
        const begunBefore = await beginWaiting();
        await migrateBy(repository, owner);
        await migrateFurther(migrationUrl);
        await someMore();
        const up = await replaceBy(repository);
        const form = newActivationScreen(page);
        const { image } = activationScreen(page);
        await form.deviceName.fill('Phone in the train');
        await pressOrLoadAgain(page, () => form.show.click(), image);
        for (const begun of begunBefore) await crowd.finish(begun);
        phones.push(await activateTestPhone(browser, url, SIGNS_IN));

        await page.goto('/profile');
        const begunAfter = await beginWaiting();
        const back = await replaceBy(PREVIOUS_RELEASE);
        const profile = profileScreen(page);
        await profile.addresses.fill('train@example.org');
        await pressOrLoadAgain(page, () => profile.saveAddresses.click(), profile.feedback);
        await expect(profile.addresses).toHaveValue('train@example.org');
        for (const begun of begunAfter) await crowd.finish(begun);
        phones.push(await activateTestPhone(browser, url, SIGNS_IN));
        await crowd.stop();

        expect(crowd.failures).toEqual([]);
        for (const one of phones) await signInByTestPhone(browser, url, one);
        for (const one of crowd.phones) expect(await one.details()).toMatchObject({});
        const requests = proxy.requests();
        expect(requests.length).toBeGreaterThan(10 * crowd.phones.length);
        expect(requests.filter(({ status, ended }) => status >= 500 || ended.startsWith('S'))).toEqual([]);
        const verified = await runCommand('audit-verify', [], { env });
        expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('is intact') });

        const starts = requests.filter(({ path }) => path === '/activations/new').map(({ tookMs }) => tookMs);
        const resent = requests.filter(({ retries }) => !/^\+?0$/.test(retries)).length;
        console.log(
          `${crowd.phones.length + phones.length} activations, ${signIns + phones.length} sign-ins by phone,`,
          `${requests.length} requests, ${resent} of them sent again to the other replica;`,
          `slowest activation ${Math.round(Math.max(...crowd.taken))} ms, slowest page or start ${Math.max(...starts)} ms;`,
          `${crowd.reloads} pages loaded again; up in ${up} s, back in ${back} s`,
        );
      } finally {
        client.close();
        await proxy.stop();
        await Promise.all(replicas.map((replica) => replica.dispose()));
      }
    });
  });
}
