import { fault, test } from '@tessera-auth/kit/playwright';
import { showImage } from '../showing.js';

// Fails, for `report.spec.ts`, which reads what its report says.
test('a gateway that answers with a page', async ({ page, people, phone, phones, mailbox }) => {
  const pat = await people.make();
  await phone.seed(pat);
  await mailbox.next(pat);
  await people.signIn(page, pat);
  await showImage(page);
  const second = await phones();
  second.once('DSAPPSRPGenerateEphemeralKey', fault.html());
  await second.activate(page);
});
