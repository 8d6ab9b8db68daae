import { bothWays, FAULTS_OF_A_CALL, FAULTS_OF_A_PLACE, GOES_ON, type Cell, type FaultName } from './cell';
import { eachOf } from './each-of';
import { GatewaySite, type Profile, type Visit } from './gateway-site';
import { TASKS, type Task } from './gateway-tasks';
import { pageWords } from './page-words';

const FAULTS = { ...FAULTS_OF_A_CALL, ...FAULTS_OF_A_PLACE };
/** Rows at a time, each with a site, a gateway and a browser of its own. */
const AT_A_TIME = 5;

const NAMES = Object.keys(FAULTS) as (keyof typeof FAULTS)[];

/** Every call that a task makes by every fault. Cells of a row share a site, one after the other. */
export async function gatewayCells(profile: Profile): Promise<Cell[]> {
  const rows = TASKS.flatMap((task) => (task.calls[profile] ?? []).map((call) => ({ task, call })));
  const cells = await eachOf(rows, AT_A_TIME, async ({ task, call }) => {
    await using site = await GatewaySite.open(profile, 2 * NAMES.length);
    const row: Cell[] = [];
    for (const name of NAMES.filter((one) => profile === 'onespan-server' || !isForSoap(one)))
      row.push(await cellOf(site, task, call, name));
    return row;
  });
  return cells.flat();
}

function isForSoap(name: FaultName): boolean {
  return name === 'session ended' || name === 'entity bomb';
}

async function cellOf(site: GatewaySite, task: Task, call: string, name: keyof typeof FAULTS): Promise<Cell> {
  const wrong = FAULTS[name];
  const { faults, state } = site.oneSpan;
  const perform = async (visit: Visit, times?: number) => {
    await task.prepare(visit);
    // Otherwise the site has one that lasts.
    if (call === 'logon') state.sessions.endAll();
    faults.set(call, wrong, times === undefined ? {} : { times });
    await task.perform(visit);
  };
  const tries = await bothWays(
    wrong,
    async () => {
      await using visit = await site.visit();
      await perform(visit, 1);
      const words = (await task.isDone(visit)) ? GOES_ON : await pageWords(visit.page);
      const outcome = await outcomeOf(site, task, visit);
      return { words, outcome };
    },
    async () => {
      await using visit = await site.visit();
      await perform(visit);
      return await outcomeOf(site, task, visit);
    },
  );
  return { call: `${task.name}: ${call}`, fault: name, ...tries };
}

/** @throws Error when the next try does not end well */
async function outcomeOf(site: GatewaySite, task: Task, visit: Visit) {
  const person = await pageWords(visit.page);
  const { kept, phoneWords: phone } = visit;
  await site.oneSpan.faults.clear();
  if (await task.isDone(visit)) return { person, phone, kept, later: 'the page goes on by itself' };
  await task.again?.(visit);
  if (!(await task.isDone(visit))) throw new Error(`${task.name}: a later try does not end well`);
  return { person, phone, kept, later: 'the same again' };
}
