/**
 * Builds everything that a start needs, so that a start compiles nothing and reads no source: the site, the
 * command-line programs, and an empty database. With `--programs`, everything but the site.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'vite';
import { ACTIONS_KEY, buildId } from './build-identity';
import { nameExternals } from './name-externals';
import { BILL_OF_MATERIALS, billOfMaterials } from './supply-chain/bill-of-materials';
import { LICENCES, licenceTexts } from './supply-chain/licence-texts';
import { readLock, shippedPackages } from './supply-chain/shipped-packages';
import { compressBuiltFiles } from '../server/http/built-files';
import { PROGRAMS_STAMP, readSources, SITE_STAMP, writeStamp, type BuildStamp } from './build-stamp.mjs';

const PROGRAMS_FOLDER = join('.next', 'programs');

/** What a package of Tessera exports to test suites and systems, and what its servers under test load first. */
const KIT = {
  'kit/playwright': join('lib', 'kit', 'playwright', 'index.ts'),
  'kit/phone': join('lib', 'kit', 'phone', 'index.ts'),
  'kit/api': join('lib', 'kit', 'api', 'client.ts'),
  'kit/door': join('lib', 'kit', 'door', 'door.ts'),
};

const root = process.cwd();

async function build(): Promise<void> {
  const sources = readSources(root);
  const isWhole = !process.argv.includes('--programs');
  await run('tsx', 'dist/cli.mjs', 'prisma/generate.ts');
  await run('tsx', 'dist/cli.mjs', 'lib/cli/generate-api-types.ts');
  if (isWhole) await buildSite(sources);
  await bundlePrograms();
  // Imports the generated client, which must exist first.
  const { createTemplate } = await import('../database/embedded/open-embedded-database');
  await createTemplate();
  letEverybodyRead('.next');
  writeStamp(root, PROGRAMS_STAMP, sources);
  if (isWhole) writeStamp(root, SITE_STAMP, sources);
}

/** Empties `.next` first, including the stamps. */
async function buildSite({ sourceHash }: BuildStamp): Promise<void> {
  process.env['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'] ??= ACTIONS_KEY;
  process.env['TESSERA_BUILD_ID'] = buildId(sourceHash);
  await run('next', 'dist/bin/next', 'build');
  await compressBuiltFiles(join('.next', 'static'));
  nameExternals();
  listPackages();
}

/** For whoever has to know what the site is made of: beside it, so that both are of one version. */
function listPackages(): void {
  const lock = readLock(root);
  const packages = shippedPackages(lock);
  const bill = billOfMaterials(packages, Object.keys(lock.packages['']?.dependencies ?? {}));
  writeFileSync(BILL_OF_MATERIALS, `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(LICENCES, licenceTexts(root, packages));
}

/**
 * PGlite and Next.js keep some of what they write to its owner, and whoever starts the site is often another user: of a
 * container, or of a service. Nothing of a build is secret, and none of it is theirs to write.
 */
function letEverybodyRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}

/** Dependencies stay external and the code is not minified, so that stack traces keep names of functions and files. */
async function bundlePrograms(): Promise<void> {
  await bundle({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: PROGRAMS_FOLDER,
      // Old databases do no harm, and making one takes seconds.
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(programNames().map((name) => [name, join('lib', 'cli', `${name}.ts`)])),
          ...KIT,
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'shared/[name]-[hash].mjs' },
      },
    },
  });
}

/** Programs that npm scripts run through `run.mjs`. */
function programNames(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  return Object.values(scripts).flatMap((script) => /cli\/run\.mjs ([\w-]+)/.exec(script)?.[1] ?? []);
}

/** Runs a dependency's program in this terminal. @throws Error when it fails */
async function run(dependency: string, program: string, ...args: string[]): Promise<void> {
  const path = join('node_modules', dependency, program);
  const child = spawn(process.execPath, [path, ...args], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', pass).on('SIGINT', pass);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('SIGTERM', pass).off('SIGINT', pass);
  if (code !== 0) throw new Error(`${dependency} ended with ${code ?? 'a signal'}`);
}

await build();
