import { expect, fault, names, test } from '@tessera-auth/kit/playwright';

test.use({ gatewayProfile: 'onespan-server', tesseraEnv: { TESSERA_STAFF: 'helpdesk-agent:ann.agent' } });

test('an authentication server’s user activates a phone, and both sides are in the log', async ({
  page,
  people,
  phone,
  gateway,
}) => {
  const pat = await people.make();
  await people.signIn(page, pat);
  await page.goto('/activations/new');
  await page.getByLabel(names.proof.credential).fill(pat.password);
  await page.getByRole('button', { name: names.newActivation.show }).click();
  await phone.activate(page);
  await expect(page).toShowActivation('active');
  expect(gateway.wire.calls.count('dsappSRPRegister')).toBe(1);
  expect(gateway.calls.count('MdlActivate')).toBe(1);
});

test(
  'a registration with a password that the server does not answer is sent once, and the page says so',
  { tag: '@all' },
  async ({ page, people, gateway }) => {
    const pat = await people.make();
    await people.signIn(page, pat);
    await page.goto('/activations/new');
    await page.getByLabel(names.proof.credential).fill(pat.password);
    gateway.wire.always('dsappSRPRegister', fault.status(503));
    await page.getByRole('button', { name: names.newActivation.show }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('did not answer');
    await gateway.wire.heal();
    const asked = gateway.wire.calls.list().filter(({ name }) => name === 'dsappSRPRegister');
    expect(asked.map((call) => call.fault)).toEqual(['status']);
  },
);

test(
  'a person gets a device without any page, and staff find both at the server',
  { tag: '@all' },
  async ({ page, people, phone }) => {
    const pat = await people.make();
    await phone.seed(pat);
    await people.signIn(page, pat);
    // The site hears of it when it next asks the authentication server.
    const own = page.getByRole('main').getByRole('link', { name: 'Seeded phone', exact: true });
    await expect(async () => {
      await page.goto('/');
      await expect(own).toBeVisible({ timeout: 500 });
    }).toPass();
    const agent = await people.make({ userId: 'ann.agent' });
    await page.context().clearCookies();
    await people.signIn(page, agent);
    await page.goto(`/helpdesk/users/${pat.userId}`);
    await expect(page.getByRole('main').getByText('Seeded phone').first()).toBeVisible();
  },
);

test('a call that the profile has not is refused by name', ({ gateway }) => {
  expect(() => gateway.wire.once('users/register', fault.reset())).toThrow(/^no call of onespan-server is named/);
});
