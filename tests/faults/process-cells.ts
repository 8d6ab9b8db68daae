import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { SECOND } from '@/lib/shared/time/duration';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { LoadPage } from '../support/load/load-page';
import { LoadSite } from '../support/load/load-site';
import type { ThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { Activation } from './activation';
import { DOES_NOT_END_WELL, GOES_ON, type Cell, type FAULTS_OF_A_PROCESS } from './cell';
import { BEHIND_A_PROXY } from './open-page';

const CALLS = [
  'DSAPPSRPGenerateEphemeralKey',
  'DSAPPSRPGenerateActivationData',
  'MdlAddDevice',
  'MdlActivate',
] as const satisfies PhoneCall[];

type ProcessFault = (typeof FAULTS_OF_A_PROCESS)[number];

/** Each happens while a call is on its way. `put right` resolves when what was taken away is back. */
const FAULTS: Record<ProcessFault, (site: LoadSite, postgresql: ThrowAwayPostgresql) => Promise<() => Promise<void>>> =
  {
    async 'server killed'(site) {
      await site.server.kill();
      return () => site.server.launch();
    },
    async 'database restarted'(_site, postgresql) {
      postgresql.shutDown('immediate');
      return () => Promise.resolve(postgresql.startUp());
    },
    async 'database frozen for 5 s'(_site, postgresql) {
      const thaw = postgresql.freeze();
      return async () => {
        await delay(5 * SECOND);
        thaw();
      };
    },
  };

/** Every connection of an activation by every fault of a process, one after the other, because all share the processes. */
export async function processCells(postgresql: ThrowAwayPostgresql, browser: Browser): Promise<Cell[]> {
  const names = Object.keys(FAULTS) as ProcessFault[];
  const pairs = CALLS.flatMap((call) => names.map((fault) => ({ call, fault })));
  const site = await LoadSite.open({ people: pairs.length, postgresql: postgresql.url, env: BEHIND_A_PROXY });
  const cells: Cell[] = [];
  try {
    const [anybody] = site.people;
    if (!anybody) throw new RangeError('nobody to activate a phone');
    const action = await new LoadPage(site.client, anybody).findStartAction();
    for (const [index, { call, fault }] of pairs.entries()) {
      const person = site.people[index] ?? anybody;
      await using activation = await Activation.open(site, browser, person, action);
      const gate = activation.line.hold(call);
      const scanning = activation.attempt();
      await gate.arrival.opened;
      const putRight = await FAULTS[fault](site, postgresql);
      gate.release.open();
      await putRight();
      const tried = await scanning;
      const once = tried.isDone ? GOES_ON : tried.words;
      const outcome = await activation.outcome(tried).catch((error: unknown) => ({
        person: '',
        phone: tried.words,
        kept: '',
        later: `${DOES_NOT_END_WELL}: ${error instanceof Error ? error.message : String(error)}`,
      }));
      cells.push({ call, fault, once, ...outcome });
    }
  } finally {
    await site.close();
  }
  return cells;
}
