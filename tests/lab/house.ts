/*
 * How long the ways through the house are, and what lies on them: `npx tsx tests/lab/house.ts`.
 *
 *   --folder DIR    another checkout, with its packages and its database client (default: this one)
 *   --way           prints the frames of the way that the table counts
 *   --names         prints the names that are participles alone, and test titles without a subject
 *   --time          runs `npm run check` too, for its processor time
 *   --check         prints nothing but the figures that are worse than the committed ones, and fails if there is one
 *   --figures FILE  the committed figures (default: tests/lab/house.json)
 *   --update        writes this checkout's figures there: whoever makes one worse says why in the commit
 *
 * Reach counts every branch and every class behind an interface, so that ratios of two checkouts say more than figures.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CallGraph } from './house/call-graph';
import { countLines, LINE_KINDS, type LineKind } from './house/count-lines';
import { countStops } from './house/count-stops';
import { CATALOGUES, countMessages, openHouse, type House } from './house/open-house';
import { findParticiples, readTitles } from './house/weigh-names';
import { weighRooms } from './house/weigh-rooms';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: '.' },
    way: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    time: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    figures: { type: 'string', default: 'tests/lab/house.json' },
    update: { type: 'boolean', default: false },
  },
});

/** Where each way begins, by the files and names that it enters the product at. */
const WAYS = {
  'show an image → active': [
    'activations/new/actions.ts',
    'activations/[activationId]/page.tsx',
    '[activationId]/credentials/route.ts',
    'lib/gateways/embedded/engine/phone-services/generate-activation-data.ts',
    'lib/gateways/embedded/engine/phone-services/mdl-add-device.ts',
    'notices/complete-activation.ts',
  ],
  'connection 2': [
    'lib/phone/activation/obtain-licence.ts',
    'lib/gateways/embedded/engine/phone-services/generate-activation-data.ts',
    'http/front.ts',
  ],
  're-issue': ['reissue/actions.ts', 'reissue/page.tsx', 'app/invitation/actions.ts'],
  'a second person decides': ['helpdesk/approvals/actions.ts', 'helpdesk/approvals/page.tsx'],
} as const;

/** Lists of which a way takes one entry, and the graph all: audit events and mails, looked up by type and kind. */
const DECLARATIONS = /^lib\/(?:audit\/events|messaging\/mail-kinds)\//;

const FRAMES = {
  from: 'activations/new/actions.ts#startActivationAction',
  to: 'prisma-gateway-store.ts#addRegistration',
} as const;

const SHORT_FILE_LINES = 20;

/** What the committed file holds, by the words of its row. Each is the better the lower it is. */
const figures = new Map<string, number>();

function row(what: string, ...values: (string | number)[]): void {
  if (!options.check) console.log(`${what.padEnd(44)} ${values.join(' · ')}`);
}

function figure(what: string, value: number, ...more: string[]): void {
  figures.set(what, value);
  row(what, value, ...more);
}

function printLines({ folder, files }: House): void {
  const sums = Object.fromEntries(LINE_KINDS.map((kind) => [kind, 0])) as Record<LineKind, number>;
  let catalogues = 0;
  for (const file of files) {
    const counted = countLines(file);
    for (const kind of LINE_KINDS) sums[kind] += counted[kind];
    if (CATALOGUES.test(file.path)) catalogues += lengthOf(file.source.text);
  }
  const all = LINE_KINDS.reduce((sum, kind) => sum + sums[kind], 0);
  figure('product lines, catalogues apart', all - catalogues);
  row('catalogues', catalogues + countMessages(folder));
  for (const kind of LINE_KINDS) row(`  ${kind}`, sums[kind], `${Math.round((100 * sums[kind]) / all)} %`);
  const short = files.filter(({ source }) => lengthOf(source.text) < SHORT_FILE_LINES);
  figure('product files', files.length);
  figure(`files with fewer than ${SHORT_FILE_LINES} lines`, short.length);
}

const lengthOf = (text: string) => text.trimEnd().split('\n').length;

function printWays(house: House): void {
  const graph = new CallGraph(house);
  for (const [name, places] of Object.entries(WAYS)) {
    const reached = graph.reach(places.flatMap((place) => graph.find(place)));
    const listed = reached.filter((path) => DECLARATIONS.test(path));
    figure(`reach in files: ${name}`, reached.length, `${listed.length} of them declarations`);
  }
  const way = graph.way(graph.find(FRAMES.from), graph.find(FRAMES.to));
  figure('frames from the action to the gateway’s table', way.length);
  if (options.way) for (const { path, name } of way) console.log(`    ${path} ${name}`);
}

function printNames(house: House): void {
  const participles = findParticiples(house);
  figure(
    'names that are a participle alone',
    participles.reduce((sum, [, count]) => sum + count, 0),
  );
  const { titles, withoutSubject } = readTitles(house);
  figure('test titles without a subject', withoutSubject.length, `of ${titles.length}`);
  if (!options.names) return;
  console.log(participles.map(([name, count]) => `    ${name} ${count}`).join('\n'));
  console.log(withoutSubject.map((title) => `    ${title}`).join('\n'));
}

function printCheck(folder: string): void {
  const script = "TIMEFORMAT='%U %S %R'; time npm run --silent check > /dev/null 2>&1";
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  const [user = 0, system = 0, elapsed = 0] = stderr.trim().split(' ').map(Number);
  row('npm run check: processor · elapsed', `${Math.round(user + system)} s`, `${Math.round(elapsed)} s`);
  if (status !== 0) throw new Error('npm run check has failed');
}

function printRooms({ folder }: House): void {
  const { rooms, floors, arrows, upwards, circles } = weighRooms(house);
  figure('rooms', rooms);
  figure('floors', floors);
  figure('arrows between rooms', arrows);
  figure('arrows up between places', upwards.size, ...Array.from(upwards, ([arrow, count]) => `${arrow} ${count}`));
  figure('circles of rooms', circles.length, ...circles.map((circle) => circle.join(' ')));
  figure('lines of the linter’s table', lengthOf(readFileSync(join(folder, '.oxlintrc.json'), 'utf8')));
}

function printTests({ tests }: House): void {
  figure(
    'lines of the tests',
    tests.reduce((sum, { source }) => sum + lengthOf(source.text), 0),
  );
}

/** @returns a line about each figure that is worse than the committed one */
function worseFigures(): string[] {
  const committed = JSON.parse(readFileSync(options.figures, 'utf8')) as Record<string, number>;
  return Array.from(figures, ([what, value]) => ({ what, value, before: committed[what] ?? -1 }))
    .filter(({ value, before }) => value > before)
    .map(({ what, value, before }) => `${what}: ${value}, committed ${before < 0 ? 'none' : before}`);
}

const folder = resolve(options.folder);
const house = openHouse(folder);
printLines(house);
printTests(house);
printRooms(house);
printWays(house);
printNames(house);
if (!options.check)
  for (const [idea, { ideas, product, all }] of Object.entries(countStops(folder)))
    row(`files that name ${idea}, median of ${ideas}`, `product ${product}`, `all ${all}`);
if (options.time) printCheck(folder);
house.close();
if (options.update) writeFileSync(options.figures, `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`);
if (options.check) {
  const worse = worseFigures();
  for (const line of worse) console.error(`worse than ${options.figures}: ${line}`);
  if (worse.length > 0) process.exitCode = 1;
}
