import type { Browser } from '@playwright/test';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { LoadPage } from '../support/load/load-page';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { Activation } from './activation';
import { bothWays, FAULTS_OF_A_CALL, GOES_ON, type Cell } from './cell';
import { eachOf } from './each-of';

const CALLS = [
  'authenticator/config.json',
  '.well-known/tessera-image-keys.json',
  'DSAPPSRPGenerateEphemeralKey',
  'DSAPPSRPGenerateActivationData',
  'MdlAddDevice',
  'MdlActivate',
  'tessera/describeDevice',
] as const satisfies PhoneCall[];

const AT_A_TIME = 10;

type FaultOfACall = keyof typeof FAULTS_OF_A_CALL;

const PAIRS = CALLS.flatMap((call) =>
  (Object.keys(FAULTS_OF_A_CALL) as FaultOfACall[]).map((name) => ({ call, name })),
);

/** People whom the cells take: one for each try. */
export const ACTIVATION_PEOPLE = 2 * PAIRS.length;

/** Every call of an activation by every fault, each in a browser and on a phone of its own. */
export async function phoneActivationCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  const [anybody] = people;
  if (!anybody) throw new RangeError('nobody to activate a phone');
  const action = await new LoadPage(site.client, anybody).findStartAction();
  const open = async (index: number) => {
    const person = people[index];
    if (!person) throw new RangeError('too few people');
    return Activation.open(site, browser, person, action);
  };
  return eachOf(PAIRS, AT_A_TIME, async ({ call, name }, index) => {
    const wrong = FAULTS_OF_A_CALL[name];
    const tries = await bothWays(
      wrong,
      async () => {
        await using activation = await open(2 * index);
        activation.line.faults.once(call, wrong);
        const tried = await activation.scan();
        const outcome = await activation.outcome(tried);
        return { words: tried.isDone ? GOES_ON : tried.words, outcome };
      },
      async () => {
        await using activation = await open(2 * index + 1);
        activation.line.faults.set(call, wrong);
        return await activation.outcome(await activation.scan());
      },
    );
    return { call, fault: name, ...tries };
  });
}
