import type { Browser } from '@playwright/test';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { LoadPage } from '../support/load/load-page';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { Activation } from './activation';
import type { Cell } from './cell';
import { peopleFor, phoneCells } from './phone-cells';

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

/** People whom the cells take: one for each try. */
export const ACTIVATION_PEOPLE = peopleFor(CALLS);

/** Every call of an activation by every fault, each in a browser and on a phone of its own. */
export async function phoneActivationCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  const [anybody] = people;
  if (!anybody) throw new RangeError('nobody to activate a phone');
  const action = await new LoadPage(site.client, anybody).findStartAction();
  return phoneCells(CALLS, people, AT_A_TIME, (person) => Activation.open(site, browser, person, action));
}
