import { expect, fault, test, type PhoneCall } from '@tessera-auth/kit/playwright';
import { showImage } from './showing.js';

const CONNECTIONS: PhoneCall[] = [
  'DSAPPSRPGenerateEphemeralKey',
  'DSAPPSRPGenerateActivationData',
  'MdlAddDevice',
  'MdlActivate',
];

for (const call of CONNECTIONS) {
  test(
    `an answer to ${call} that is lost is asked for again, and one device works`,
    call === 'MdlActivate' ? {} : { tag: '@all' },
    async ({ page, people, phone }) => {
      await people.signIn(page, await people.make());
      await showImage(page);
      phone.once(call, fault.lostAnswer());
      await phone.activate(page);
      await expect(page).toShowActivation('active');
      expect(phone.calls(call)).toMatchObject([{ fault: 'lost-answer' }, { fault: null, status: 200 }]);
    },
  );
}

test('a gateway that answers too late is asked again', { tag: '@all' }, async ({ page, people, phones }) => {
  const phone = await phones({ patienceMs: 500 });
  await people.signIn(page, await people.make());
  await showImage(page);
  phone.once('MdlAddDevice', fault.timeout());
  await phone.activate(page);
  await expect(page).toShowActivation('active');
});

test(
  'a page of a proxy in place of an answer ends the try, and the image is still good for the next',
  { tag: '@all' },
  async ({ page, people, phone }) => {
    await people.signIn(page, await people.make());
    await showImage(page);
    phone.once('DSAPPSRPGenerateEphemeralKey', fault.html());
    await expect(phone.activate(page)).rejects.toMatchObject({ name: 'GatewayFailure', code: 'malformed-reply' });
    await expect(page).toShowActivation('issued');
    await phone.activate(page);
    await expect(page).toShowActivation('active');
  },
);

test(
  'a last answer that never comes leaves the PIN to be entered again, and the device works',
  { tag: '@all' },
  async ({ page, people, phones }) => {
    const phone = await phones({ patienceMs: 200 });
    await people.signIn(page, await people.make());
    await showImage(page);
    const linked = await phone.link(page);
    phone.always('MdlActivate', fault.status(500));
    await expect(linked.choosePin()).rejects.toMatchObject({ name: 'GatewayFailure' });
    await expect(page).toShowActivation('linked');
    await phone.heal();
    await linked.choosePin();
    await expect(page).toShowActivation('active');
  },
);

test('a fault of the gateway affects every phone', async ({ people, phone, phones, gateway }) => {
  const [one, other] = [await people.make(), await people.make()];
  const second = await phones();
  gateway.always('MdlAddDevice', fault.html());
  await expect(phone.seed(one)).rejects.toMatchObject({ code: 'malformed-reply' });
  await expect(second.seed(other)).rejects.toMatchObject({ code: 'malformed-reply' });
  await gateway.heal();
  expect(gateway.calls.count('MdlAddDevice')).toBe(2);
});

test('a call that is held back leaves the page where it was', async ({ page, people, phone }) => {
  await people.signIn(page, await people.make());
  await showImage(page);
  const gate = phone.hold('DSAPPSRPGenerateActivationData');
  const activating = phone.activate(page);
  await gate.arrival.opened;
  await expect(page).toShowActivation('scanned');
  gate.release.open();
  await activating;
  await expect(page).toShowActivation('active');
});

test('a phone’s call is verified, and a wrong expectation names the nearest call', async ({
  people,
  phones,
  gateway,
}) => {
  const phone = await phones({ name: 'A phone that is looked at' });
  await phone.seed(await people.make());
  const [sent] = phone.verify('MdlActivate', { times: 1, status: 200, fault: null });
  expect(sent?.body).toContain('registrationIdentifier');
  expect(() => gateway.calls.verify('MdlActivate', { body: { registrationIdentifier: 'another' } })).toThrow(
    /Nearest:\n {2}provisioning\/MdlActivate at .*body\.registrationIdentifier is "\w+", not "another"/,
  );
});

test.describe('a fault that never happens', () => {
  test.fail('a fault that no call meets fails its test', ({ gateway }) => {
    gateway.once('MdlActivate', fault.html());
  });
});

test.describe('a suite that allows it', () => {
  test.use({ mustFaultsHappen: false });
  test('a fault may be unused where the suite allows it', ({ gateway }) => {
    gateway.once('MdlActivate', fault.html());
  });
});
