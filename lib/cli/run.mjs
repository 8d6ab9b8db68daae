// @ts-check
/**
 * Runs one of Tessera's programs as the build has made it, in this process, so that a signal reaches what it is meant for.
 * What has not been built, or not from these sources, is built before.
 *
 *     node lib/cli/run.mjs <program> [arguments]
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isCurrent, PROGRAMS_STAMP, SITE_STAMP } from './build-stamp.mjs';

// Before anything that takes time: npm may be stopped while its program still starts.
endWithParent(process.ppid);

const root = fileURLToPath(new URL('../..', import.meta.url));
const [name = ''] = process.argv.splice(2, 1);
// Its own files are read from there, those of whoever runs it from the working directory.
Reflect.set(globalThis, Symbol.for('tessera.folder'), root);

/**
 * Programs that end within seconds, however much is kept. V8 would spend more time on optimizing the embedded database's
 * WebAssembly than they run. A V8 without this flag ignores it.
 */
const SHORT = ['user', 'policy', 'doctor'];
if (SHORT.includes(name)) setFlagsFromString('--liftoff-only');

const needed = name === 'start' ? [SITE_STAMP, PROGRAMS_STAMP] : [PROGRAMS_STAMP];

if (isCurrent(root, ...needed) || (await build(name === 'start' ? [] : ['--programs']))) {
  await import(pathToFileURL(join(root, '.next', 'programs', `${name}.mjs`)).href);
} else {
  process.exitCode = 1;
}

/** A line of the log where nobody reads along, like all that the site writes. @param {string} msg */
function say(msg) {
  const line = { level: 30, time: new Date().toISOString(), service: 'tessera', msg };
  console.log(process.stdout.isTTY ? msg : JSON.stringify(line));
}

/** @param {string[]} args @returns {Promise<boolean>} whether it is built now */
async function build(args) {
  if (!existsSync(join(root, 'node_modules', 'tsx'))) {
    console.error(
      'Tessera is not built from these sources, and what builds it is not installed: npm ci && npm run build',
    );
    return false;
  }
  if (args.length === 0) say('Building Tessera. This takes about a minute and happens once.');
  const program = ['--import', 'tsx', join('lib', 'cli', 'build.ts')];
  const child = spawn(process.execPath, [...program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => child.kill(signal);
  process.on('SIGTERM', pass).on('SIGINT', pass);
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.off('SIGTERM', pass).off('SIGINT', pass);
  if (code !== 0) console.error(`The build failed:\n${Buffer.concat(output).toString()}`);
  return code === 0;
}

/**
 * Stopping npm stops npm and its shell, which may exit without passing the signal on: the program would go on unnoticed,
 * a server with the port and the data. A program that was started otherwise may outlive its parent.
 * @param {number} parent
 */
function endWithParent(parent) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  looking.unref();
}
