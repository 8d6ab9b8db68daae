import { isWholeRun } from './rounds';

/** Whose browser takes a step: the person's own, or one of somebody else. */
export const BROWSERS = ['person', 'other'] as const;

export type Who = (typeof BROWSERS)[number];

export type Move = { step: string; who: Who };

/** What each browser holds, and what there is of the account whoever holds it; each name as often as it is there. */
export type Held = Record<Who | 'account', readonly string[]>;

export type Flow<Scene> = {
  /** Somebody new, and two browsers. */
  open: () => Promise<Scene>;
  /** In the straight order. Each says whether the site took it. */
  steps: Readonly<Record<string, (scene: Scene, who: Who) => Promise<boolean>>>;
  /** Everything that the site and both browsers keep, but for what only counts or records attempts. */
  stateOf: (scene: Scene) => Promise<string>;
  held: (scene: Scene) => Promise<Held>;
};

/** @property more what is held after it, and at no point of the straight order by the same holder */
export type Fault = { order: string; more: Partial<Held> };

/**
 * @property orders that are told apart by what the site took
 * @property tried how many steps were tried in all
 * @property taken which steps were taken at all, by whom
 */
export type Walk = { orders: number; tried: number; taken: string[]; faults: Fault[] };

/**
 * Plays every order in which two browsers take each step, each browser once. Compares what is held after each step with what the
 * straight order gives, in which the person's browser alone takes each step once.
 *
 * A step that is refused and changes nothing is left out of what follows: wherever it stands, the rest of the order is the same.
 * So each order of steps that were taken is played once, and every other step is tried after each of them. Without `--all` of
 * orders of the same steps after which the same is kept, but for IDs, secrets and numbers, one goes on. With `--all` each step that
 * was taken is tried once more after every later one, too.
 */
export async function walkOrders<Scene>(flow: Flow<Scene>): Promise<Walk> {
  const most = await straightOf(flow);
  const moves = BROWSERS.flatMap((who) => Object.keys(flow.steps).map((step): Move => ({ step, who })));
  const taken = new Set<string>();
  const walk: Walk = { orders: 0, tried: 0, taken: [], faults: [] };
  const waiting: Move[][] = [[]];
  const seen = new Set<string>();
  for (let order = waiting.pop(); order; order = waiting.pop()) {
    let scene: Scene | null = null;
    for (const move of moves) {
      const isAgain = order.some((one) => wordsOf(one) === wordsOf(move));
      if (isAgain && !isWholeRun) continue;
      scene ??= await replay(flow, order);
      const before = await flow.stateOf(scene);
      walk.tried += 1;
      if (!(await take(flow, scene, move)) && (await flow.stateOf(scene)) === before) continue;
      const next = [...order, move];
      const held = await flow.held(scene);
      const more = moreThan(held, most);
      const reached = [
        ...next.map(wordsOf).toSorted(),
        JSON.stringify(held),
        likeness(await flow.stateOf(scene)),
      ].join();
      const isNew = isWholeRun || !seen.has(reached);
      seen.add(reached);
      walk.orders += 1;
      taken.add(wordsOf(move));
      if (more) walk.faults.push({ order: next.map(wordsOf).join(', '), more });
      else if (isNew && !isAgain) waiting.push(next);
      scene = null;
    }
  }
  return { ...walk, taken: [...taken].toSorted() };
}

/** What is kept, without what differs between two runs of one order. */
function likeness(state: string): string {
  const lines = state.split('\n').map((line) => line.replaceAll(/[\w+/=$-]{16,}|\d+/g, '#'));
  return lines.toSorted().join('\n');
}

function wordsOf({ step, who }: Move): string {
  return `${who} ${step}`;
}

async function take<Scene>({ steps }: Flow<Scene>, scene: Scene, { step, who }: Move): Promise<boolean> {
  const play = steps[step];
  if (!play) throw new TypeError(`no step ${step}`);
  return play(scene, who);
}

async function replay<Scene>(flow: Flow<Scene>, order: readonly Move[]): Promise<Scene> {
  const scene = await flow.open();
  for (const move of order) await take(flow, scene, move);
  return scene;
}

/** The most that each holder has at any point of the straight order. @throws if it does not go through */
async function straightOf<Scene>(flow: Flow<Scene>): Promise<Held> {
  const scene = await flow.open();
  let most = await flow.held(scene);
  for (const step of Object.keys(flow.steps)) {
    const isTaken = await take(flow, scene, { step, who: 'person' });
    if (!isTaken) throw new Error(`the straight order stops at ${step}`);
    const held = await flow.held(scene);
    most = {
      person: [...most.person, ...beyond(held.person, most.person)],
      other: [...most.other, ...beyond(held.other, most.other)],
      account: [...most.account, ...beyond(held.account, most.account)],
    };
  }
  return most;
}

/** What is in the first and not in the second, as often as it is there once more. */
function beyond(held: readonly string[], most: readonly string[]): string[] {
  const left = [...most];
  return held.filter((thing) => {
    const index = left.indexOf(thing);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function moreThan(held: Held, most: Held): Partial<Held> | null {
  const more = Object.entries(held).flatMap(([holder, things]) => {
    const extra = beyond(things, most[holder as keyof Held]);
    return extra.length === 0 ? [] : [[holder, extra] as const];
  });
  return more.length === 0 ? null : (Object.fromEntries(more) as Partial<Held>);
}
