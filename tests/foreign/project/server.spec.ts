import {
  expect,
  makePerson,
  KitPeople,
  KitPushes,
  PagePhone,
  replicaEnv,
  Site,
  test,
} from '@tessera-auth/kit/playwright';
import { showImage } from './showing.js';

test('a page at one replica follows what a phone does at another', { tag: '@all' }, async ({ browser }) => {
  const database = process.env['FOREIGN_DATABASE_URL'];
  test.skip(database === undefined, 'there is no PostgreSQL here');
  const env = replicaEnv(database ?? '');
  const [first, second] = [await Site.start({ env }), await Site.start({ env })];
  // Each has a name of its own here, for which it signs its images: the phone reads the first's and calls the second.
  const phone = await PagePhone.of(first, { addressFrom: second.url });
  try {
    const pat = await makePerson(first);
    const page = await browser.newPage({ baseURL: first.url });
    await new KitPeople(first).signIn(page, pat);
    await showImage(page);
    await phone.activate(page);
    await expect(page).toShowActivation('active');
    await first.kill();
    expect(await phone.otp()).toMatch(/^\d{6}$/);
    await page.close();
  } finally {
    phone.close();
    await Promise.all([first.stop(), second.stop()]);
  }
});

test('a server that is killed in the middle of an activation goes on with it', { tag: '@all' }, async ({ browser }) => {
  const site = await Site.start();
  const phone = await PagePhone.of(site);
  try {
    const page = await browser.newPage({ baseURL: site.url });
    await new KitPeople(site).signIn(page, await makePerson(site));
    await showImage(page);
    const linked = await phone.link(page);
    await site.kill();
    await site.restart();
    await linked.choosePin();
    await expect(page).toShowActivation('active');
    await page.close();
  } finally {
    phone.close();
    await site.stop();
  }
});

test('phones work at a site that runs already, and what needs the kit’s own server says so', async ({
  page,
  tessera,
  people,
}) => {
  const running = Site.at(tessera.url);
  const phone = await PagePhone.of(running);
  await new KitPeople(running).signIn(page, await people.make());
  await showImage(page);
  await phone.activate(page);
  await expect(page).toShowActivation('active');
  await expect(makePerson(running)).rejects.toThrow(
    `people.make needs a server of the kit's own: run without TESSERA_TEST_URL, which names ${tessera.url}`,
  );
  await expect(phone.seed({ userId: 'jane.doe' })).rejects.toThrow(/^phone\.seed needs a server/);
  expect(() => new KitPushes(null, running).service).toThrow(/^pushes needs a server/);
  phone.close();
});
