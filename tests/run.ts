import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './support/browser/ensure-chromium';
import { findPostgresql } from './support/databases/find-postgresql';
import { runProgram, stopPrograms } from './support/servers/run-program';
import { isWholeRun } from './support/rounds';
import { reportFileOf, runStages, type Stage, type Step } from './support/run-stages';
import { summarise, type Ran } from './support/run-summary';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from './support/databases/throw-away-postgresql';

/** Packed, and installed by the other project. */
const PACKAGE = 'package';

const npm = (name: string, script: string): Step => ({ name, program: 'npm', args: ['run', '--silent', script] });

/**
 * The build first: checks read the database client and the route types that it makes. Then, two at a time, what keeps one
 * core busy; then what keeps all of them busy. Tests that run commands run what was built, which starts sooner than its
 * source.
 * @param project where the other project is written; nothing is there yet
 */
const stages = (project: string): Stage[] => [
  [[npm('build', 'build')]],
  [
    // The rules of lint on types need the route types that the check of types makes when there is no build.
    [npm('types', 'typecheck'), npm('lint', 'lint')],
    [
      npm('format', 'format:check'),
      npm('dead code', 'dead-code'),
      { name: PACKAGE, program: 'tsx', args: ['tests/foreign/install.ts', project], needs: 'build' },
    ],
  ],
  [[{ ...npm('unit, contract and integration tests', 'test:unit'), report: 'vitest' }]],
  [[{ ...npm('end-to-end tests', 'test:e2e'), needs: 'build', report: 'playwright' }]],
  [
    [
      {
        name: 'another project’s suite',
        program: 'tsx',
        args: ['tests/foreign/run.ts', project],
        needs: PACKAGE,
        report: 'playwright',
      },
    ],
  ],
];

const unknown = process.argv.slice(2).filter((argument) => argument !== '--all');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. The one option is --all.`);
  process.exit(2);
}

const isWhole = isWholeRun || process.argv.includes('--all');
if (isWhole) process.env['TESSERA_TEST_ALL'] = '1';

let postgresql: ThrowAwayPostgresql | null = null;

function stopPostgresql(): void {
  postgresql?.stop();
  postgresql = null;
}

const MEMORY = '/dev/shm';

/** What one run writes, three times over. */
const ROOM_BYTES = 6 * 2 ** 30;

/** Databases and browser profiles are made a hundred times in a run: in memory, where there is room, that costs less. */
function useMemoryForFiles(): void {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= ROOM_BYTES) process.env['TMPDIR'] = MEMORY;
  } catch {
    // Not every system has it.
  }
}

async function prepare(): Promise<void> {
  console.log(`Browser: ${await ensureChromium()}`);
  const programs = findPostgresql();
  if (!programs) {
    console.log('Database: no PostgreSQL programs found, the database suites run on PGlite alone');
    return;
  }
  postgresql = await startThrowAwayPostgresql(programs);
  process.env['TESSERA_TEST_DATABASE_URL'] = postgresql.url;
  console.log(`Database: PGlite, and a throw-away PostgreSQL ${postgresql.version} from ${programs}`);
}

async function runEverything(): Promise<number> {
  // Suites that were given a database by hand would leave their tables in it.
  delete process.env['TESSERA_TEST_DATABASE_URL'];
  useMemoryForFiles();
  await prepare();
  const directory = mkdtempSync(join(tmpdir(), 'tessera-run-'));
  // Another user has a folder in it.
  chmodSync(directory, 0o711);
  try {
    const startedAt = performance.now();
    const ran = await runStages(
      stages(join(directory, 'project')),
      (step, isBeside) => runStep(step, isBeside, directory),
      () => interrupted,
    );
    const { text, hasFailed } = summarise(ran, { isWhole, seconds: secondsSince(startedAt) });
    console.log(text);
    return hasFailed || interrupted ? 1 : 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What steps say beside each other is heard when each has ended. */
async function runStep(step: Step, isBeside: boolean, directory: string): Promise<Ran> {
  const { name, program, args, report } = step;
  const heading = `\n── ${name}`;
  const said: string[] = [];
  const reportFile = report && reportFileOf(step, directory);
  if (!isBeside) console.log(heading);
  const startedAt = performance.now();
  const code = await runProgram(program, args, {
    env: reportFile === undefined ? {} : { TESSERA_TEST_REPORT: reportFile },
    ...(isBeside && { hear: (text: string) => said.push(text) }),
  });
  if (isBeside) console.log([heading, said.join('').trimEnd()].join('\n'));
  const outcome = code === 0 && !interrupted ? 'passed' : 'failed';
  return { name, outcome, seconds: secondsSince(startedAt), ...(reportFile !== undefined && { report, reportFile }) };
}

const secondsSince = (startedAt: number) => (performance.now() - startedAt) / 1_000;

let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The step that runs gets the chance to clean up after itself, once.
    if (!interrupted && stopPrograms(signal)) interrupted = true;
    else {
      stopPostgresql();
      process.exit(1);
    }
  });
}

try {
  process.exitCode = await runEverything();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exitCode = 1;
} finally {
  stopPostgresql();
}
