/** How long after the gateway's answer to the phone's last connection the open page says "Device activated". */
import { EventEmitter, once } from 'node:events';
import { PASSWORD } from '@/lib/kit/server/server';
import { percentile } from '../support/percentile';
import { Phone } from '../support/phones/phone';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { signIn } from '../e2e/flows/sign-in';
import { startActivation } from '../e2e/flows/start-activation';
import { withServerAndBrowser } from './with-server-and-browser';

declare global {
  interface Window {
    reportActivated: () => void;
  }
}

const ACTIVATIONS = Number(process.argv[2] ?? 50);

await withServerAndBrowser(async (server, browser) => {
  const line = await PhoneLine.open(server.url);
  const phone = new Phone(line.url);
  const page = await browser.newPage({ baseURL: server.url });
  const seen = new EventEmitter();
  await page.exposeFunction('reportActivated', () => seen.emit('activated', performance.now()));
  await signIn(page, { userId: 'jane.doe', password: PASSWORD });

  const latencies: number[] = [];
  for (let round = 1; round <= ACTIVATIONS; round++) {
    await startActivation(page, `Device ${round}`);
    const visible = once(seen, 'activated');
    await page.evaluate(() => {
      const observer = new MutationObserver(() => {
        const headings = [...document.querySelectorAll('h1, h2')].map((heading) => heading.textContent);
        if (!headings.includes('Device activated')) return;
        observer.disconnect();
        requestAnimationFrame(() => window.reportActivated());
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const { code, output } = await phone.scan(page);
    if (code !== 0) throw new Error(output);
    const answered = line.answered.findLast(({ service }) => service === 'MdlActivate');
    if (!answered) throw new Error('the phone made no fourth connection');
    const [visibleAt] = await visible;
    latencies.push(Number(visibleAt) - answered.at);
  }
  line.close();
  phone.dispose();
  const figure = (share: number) => `${percentile(latencies, share).toFixed(0)} ms`;
  console.log(`MdlActivate answered → "Device activated" in the page, ${ACTIVATIONS} activations:`);
  console.log(`  median ${figure(0.5)}, p95 ${figure(0.95)}, slowest ${figure(1)}`);
});
