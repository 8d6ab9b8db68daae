/**
 * What the test kit costs, from the package as it is packed: a server until it is ready and its memory, and a seeded phone.
 *
 *     npm run build && npx tsx tests/bench/kit.ts [--rounds 5]
 */
import { parseArgs } from 'node:util';
import { PagePhone } from '@/lib/kit/playwright/page-phone';
import { makePerson } from '@/lib/kit/server/people';
import { Site } from '@/lib/kit/server/site';
import { percentile } from '../support/percentile';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

const ready: number[] = [];
const resident: number[] = [];
const seeded: number[] = [];

for (let round = 0; round < Number(options.rounds); round++) {
  const startedAt = performance.now();
  const site = await Site.start();
  ready.push(performance.now() - startedAt);
  for (let person = 0; person < 10; person++) {
    const from = performance.now();
    const phone = await PagePhone.of(site);
    await phone.seed(await makePerson(site));
    seeded.push(performance.now() - from);
    phone.close();
  }
  const metrics = await (await fetch(`${site.url}/api/metrics`)).text();
  resident.push(Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 1024 ** 2);
  await site.stop();
}

const say = (what: string, values: number[], unit: string) =>
  console.log(
    `${what}: median ${percentile(values, 0.5).toFixed(0)} ${unit}, most ${Math.max(...values).toFixed(0)} ${unit}`,
  );

say('a server of the kit until it is ready', ready, 'ms');
say('its memory after ten seeded phones, resident', resident, 'MB');
say('a person, a phone and its activated device', seeded, 'ms');
