import { EventEmitter, once } from 'node:events';
import type { Browser } from '@playwright/test';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { PASSWORD } from '@/lib/kit/server/server';
import { signIn } from '../../e2e/flows/sign-in';
import { startActivation } from '../../e2e/flows/start-activation';
import { Phone } from '../../support/phones/phone';

declare global {
  interface Window {
    reportActivated: () => void;
  }
}

/** Milliseconds from the gateway's answer to the phone's last connection to "Device activated" in the open page. */
export async function completionLatencies(url: string, browser: Browser, activations: number): Promise<number[]> {
  const line = await PhoneLine.open(url);
  const phone = new Phone(line.url);
  const page = await browser.newPage({ baseURL: url });
  const seen = new EventEmitter();
  await page.exposeFunction('reportActivated', () => seen.emit('activated', performance.now()));
  await signIn(page, { userId: 'jane.doe', password: PASSWORD });

  const latencies: number[] = [];
  for (let round = 1; round <= activations; round++) {
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
  await page.context().close();
  return latencies;
}
