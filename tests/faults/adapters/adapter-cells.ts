import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Database } from '@/lib/database/database';
import {
  archiveMemoryDatabase,
  openMemoryDatabase,
  openMemoryPglite,
} from '@/lib/database/embedded/open-embedded-database';
import { GatewayError } from '@/lib/activation/gateway-error';
import { poll } from '@/lib/kit/poll';
import { bothWays, FAULTS_OF_A_CALL, GOES_ON, type Cell, type Outcome } from '../cell';
import { eachOf } from '../each-of';
import type { Profile } from '../gateway-site';
import { AdapterSite } from './adapter-site';
import type { AdapterTask, Trial, Tried } from './adapter-task';
import { ADMINISTRATION_TASKS } from './administration-tasks';
import { DEVICE_TASKS } from './device-tasks';
import { PHONE_TASKS } from './phone-tasks';
import { RELAY_TASKS } from './relay-tasks';
import { SECRET_TASKS } from './secret-tasks';

const TASKS: readonly AdapterTask[] = [
  ...SECRET_TASKS,
  ...PHONE_TASKS,
  ...RELAY_TASKS,
  ...DEVICE_TASKS,
  ...ADMINISTRATION_TASKS,
];

/** Rows at a time, each with a gateway of its own. */
const AT_A_TIME = 6;

/** A machine with much else to do may fail a call of its own. */
const MOST_TRIES = 3;

const NAMES = Object.keys(FAULTS_OF_A_CALL) as (keyof typeof FAULTS_OF_A_CALL)[];

/** Every call that a task makes by every fault. Cells of a row share a gateway, one after the other. */
export async function adapterCells(profile: Profile): Promise<Cell[]> {
  const rows = TASKS.flatMap((task) => (task.calls[profile] ?? []).map((call) => ({ task, call })));
  const archive = await archiveMemoryDatabase();
  const cells = await eachOf(rows, AT_A_TIME, async ({ task, call }) => {
    const database = await openMemoryDatabase(() => openMemoryPglite(archive));
    const site = await AdapterSite.open(profile, task, database);
    try {
      return await rowOf(site, task, call, database);
    } finally {
      await site.close();
      await database.close();
    }
  });
  return cells.flat();
}

async function rowOf(site: AdapterSite, task: AdapterTask, call: string, database: Database): Promise<Cell[]> {
  const row: Cell[] = [];
  for (const name of NAMES) {
    const wrong = FAULTS_OF_A_CALL[name];
    const perform = async (limits: { times?: number }) => {
      // One that is left over would count among those that wait.
      await database.client.vendorChallenge.deleteMany();
      await site.oneSpan.faults.clear();
      const gateway = await site.openGateway();
      try {
        const trial = await task.begin(site, gateway);
        try {
          // The phone’s calls to another server may have the same name.
          site.oneSpan.faults.set(call, wrong, { ...limits, url: task.urlOf?.(site) ?? site.url });
          return await outcomeOf(site, gateway, trial);
        } finally {
          await trial.close?.();
        }
      } finally {
        await gateway.close();
      }
    };
    const tries = await bothWays(
      wrong,
      () => perform({ times: 1 }),
      async () => (await perform({})).outcome,
    );
    row.push({ call: `${task.name}: ${call}`, fault: name, ...tries });
  }
  return row;
}

/** @throws Error when the next try does not end well */
async function outcomeOf(
  site: AdapterSite,
  gateway: OpenedGateway,
  trial: Trial,
): Promise<{ words: string; outcome: Outcome }> {
  const { isDone, words: person } = await attemptOf(trial);
  const { phone = () => 'is not asked', kept } = trial;
  const outcome = { person, phone: phone(), kept: kept() };
  await site.oneSpan.faults.clear();
  const later = isDone ? 'nothing is left to do' : await tryAgain(site, gateway, trial);
  return { words: isDone ? GOES_ON : person, outcome: { ...outcome, later } };
}

async function attemptOf({ attempt, failing }: Trial): Promise<Tried> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof GatewayError) return { isDone: false, words: failing };
    throw error;
  }
}

/** @throws Error when that does not end well */
async function tryAgain(site: AdapterSite, gateway: OpenedGateway, trial: Trial): Promise<string> {
  // For some seconds the site asks a server no more that did not answer several times.
  const someone = site.addPerson();
  await poll('the site to reach its gateway', () =>
    gateway.directory.list(someone).then(
      () => true,
      () => false,
    ),
  );
  let words = '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // Also after a try: a call that came late may have been carried out meanwhile.
    const inForce = (await trial.findInForce?.()) ?? null;
    if (inForce !== null) return inForce;
    const tried = await attemptOf(trial);
    if (tried.isDone) return 'the same again';
    words = tried.words;
  }
  throw new Error(`another try does not help: ${words}`);
}
