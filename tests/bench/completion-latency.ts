/** How long after the gateway's answer to the phone's last connection the open page says "Device activated". */
import { percentile } from '../support/percentile';
import { completionLatencies } from './parts/completion-latencies';
import { withServerAndBrowser } from './parts/with-server-and-browser';

const ACTIVATIONS = Number(process.argv[2] ?? 50);

await withServerAndBrowser(async (server, browser) => {
  const latencies = await completionLatencies(server.url, browser, ACTIVATIONS);
  const figure = (share: number) => `${percentile(latencies, share).toFixed(0)} ms`;
  console.log(`MdlActivate answered → "Device activated" in the page, ${ACTIVATIONS} activations:`);
  console.log(`  median ${figure(0.5)}, p95 ${figure(0.95)}, slowest ${figure(1)}`);
});
