/**
 * How long the phone app has no usable camera after it was out of sight: from the moment its page is visible again to the
 * first new picture on its scan screen.
 */
import { percentile } from '../support/percentile';
import { PhoneBrowser } from '../support/phones/phone-browser';
import { poll } from '@/lib/kit/poll';
import { Server } from '@/lib/kit/server/server';
import { hidePage } from '../e2e/flows/hide-page';
import { phoneApp } from '../e2e/screens/phone-app';

const RETURNS = Number(process.argv[2] ?? 40);

/** In milliseconds. */
const GOAL = 1_000;

const server = await Server.start();
const phone = await PhoneBrowser.start();
try {
  const page = await (await phone.newPhone({ baseURL: server.url })).newPage();
  await page.addInitScript(() => {
    const marks = { returned: 0, shown: 0 };
    Object.assign(window, { returnMarks: marks });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (!document.hidden) Object.assign(marks, { returned: performance.now(), shown: 0 });
      },
      true,
    );
    document.addEventListener('playing', () => (marks.shown = performance.now()), true);
  });
  await page.goto('/authenticator');
  await phoneApp(page).scanCode.click();
  const marks = () => page.evaluate<{ returned: number; shown: number }>('window.returnMarks');
  const hasPicture = async () => {
    const { returned, shown } = await marks();
    return shown > returned;
  };
  await poll('the first picture', hasPicture);
  const latencies: number[] = [];
  for (let round = 0; round < RETURNS; round++) {
    await hidePage(page, true);
    await hidePage(page, false);
    await poll('a picture after the return', hasPicture);
    const { returned, shown } = await marks();
    latencies.push(shown - returned);
  }
  const figure = (share: number) => `${percentile(latencies, share).toFixed(0)} ms`;
  console.log(`App back in sight → first picture of its camera, ${RETURNS} returns (goal: under ${GOAL} ms):`);
  console.log(`  median ${figure(0.5)}, p95 ${figure(0.95)}, slowest ${figure(1)}`);
} finally {
  await phone.close();
  await server.dispose();
}
