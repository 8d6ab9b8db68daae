import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './support/browser/ensure-chromium';
import { findPostgresql } from './support/databases/find-postgresql';
import { runProgram, stopPrograms } from './support/servers/run-program';
import { isWholeRun } from './support/rounds';
import { summarise, type Ran } from './support/run-summary';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from './support/databases/throw-away-postgresql';

type Step = {
  name: string;
  program: string;
  args: string[];
  /** Runs beside the steps after it, which need nothing of it, and is heard when it has ended. */
  isBeside?: true;
  /** A step without which this one says nothing. */
  needs?: string;
  /** Where the step's test runner lists its tests, in the run's own folder. */
  report?: Ran['report'];
};

const STEPS: Step[] = [
  { name: 'database client', program: 'npm', args: ['run', '--silent', 'db:generate'] },
  { name: 'format', program: 'npm', args: ['run', '--silent', 'format:check'], isBeside: true },
  // Before lint, whose rules on types need the route types that this makes.
  { name: 'types', program: 'npm', args: ['run', '--silent', 'typecheck'] },
  { name: 'lint', program: 'npm', args: ['run', '--silent', 'lint'] },
  { name: 'dead code', program: 'npm', args: ['run', '--silent', 'dead-code'] },
  // Tests that run commands run what was built, which starts sooner than its source.
  { name: 'build', program: 'npm', args: ['run', '--silent', 'build'] },
  {
    name: 'unit, contract and integration tests',
    program: 'npm',
    args: ['run', '--silent', 'test:unit'],
    report: 'vitest',
  },
  {
    name: 'end-to-end tests',
    program: 'npm',
    args: ['run', '--silent', 'test:e2e'],
    needs: 'build',
    report: 'playwright',
  },
  {
    name: 'another project’s suite',
    program: 'tsx',
    args: ['tests/foreign/run.ts'],
    needs: 'build',
    report: 'playwright',
  },
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

/** Runs everything that must hold, in order. A step that fails keeps none of the later ones from running. */
async function runEverything(): Promise<number> {
  // Suites that were given a database by hand would leave their tables in it.
  delete process.env['TESSERA_TEST_DATABASE_URL'];
  useMemoryForFiles();
  await prepare();
  const directory = mkdtempSync(join(tmpdir(), 'tessera-run-'));
  const ran: Ran[] = [];
  const beside: Promise<unknown>[] = [];
  try {
    for (const step of STEPS) {
      if (interrupted) break;
      if (ran.some((earlier) => earlier.name === step.needs && earlier.outcome !== 'passed')) {
        ran.push({ name: step.name, outcome: 'skipped', seconds: 0 });
        continue;
      }
      const running = runStep(step, directory).then((outcome) => ran.push(outcome));
      if (step.isBeside) beside.push(running);
      else await running;
    }
    await Promise.all(beside);
    const { text, hasFailed } = summarise(ran, isWhole);
    console.log(text);
    return hasFailed || interrupted ? 1 : 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runStep({ name, program, args, report, isBeside }: Step, directory: string): Promise<Ran> {
  const heading = `\n── ${name}`;
  const said: string[] = [];
  const reportFile = report && { report, reportFile: join(directory, `${report}.json`) };
  if (!isBeside) console.log(heading);
  const startedAt = performance.now();
  const code = await runProgram(program, args, {
    env: reportFile ? { TESSERA_TEST_REPORT: reportFile.reportFile } : {},
    ...(isBeside && { hear: (text: string) => said.push(text) }),
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  if (isBeside) console.log([heading, said.join('').trimEnd()].join('\n'));
  return { name, outcome: code === 0 && !interrupted ? 'passed' : 'failed', seconds, ...reportFile };
}

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
