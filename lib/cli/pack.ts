import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isCurrent, PROGRAMS_STAMP, SITE_STAMP } from './build-stamp.mjs';
import { assembleKit } from './pack/assemble-kit';
import { whatIsMissing } from './pack/what-is-missing';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

const USAGE = `Makes the package of the test kit, and prints where it is. Builds first where the sources have changed.

  npm run pack [-- <folder>]

<folder>  where the package goes; without it, the working directory`;

const root = process.cwd();

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: HELP_OPTION, allowPositionals: true });
  if (values.help || positionals.length > 1) return printUsage(USAGE, values.help);
  if (!isCurrent(root, SITE_STAMP, PROGRAMS_STAMP))
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const scratch = mkdtempSync(join(tmpdir(), 'tessera-pack-'));
  try {
    return await pack(scratch, resolve(positionals[0] ?? '.'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** @returns the exit code */
async function pack(scratch: string, destination: string): Promise<number> {
  const folder = join(scratch, 'package');
  await assembleKit(root, folder, join(scratch, 'compiled'));
  const missing = whatIsMissing(folder);
  const { filename, size, unpackedSize, left } = packed(folder, scratch);
  const lacks = [...missing, ...left.map((path) => `${path}, which npm left out`)];
  if (lacks.length > 0) {
    console.error(`The package is not complete, and was not written. It lacks:\n  ${lacks.join('\n  ')}`);
    return 1;
  }
  mkdirSync(destination, { recursive: true });
  copyFileSync(join(scratch, filename), join(destination, filename));
  console.log(`${join(destination, filename)}: ${megabytes(size)}, unpacked ${megabytes(unpackedSize)}`);
  return 0;
}

type Packed = { filename: string; size: number; unpackedSize: number; files: { path: string }[] };

/** @property left what npm has left out */
function packed(folder: string, destination: string): Omit<Packed, 'files'> & { left: string[] } {
  const args = ['pack', folder, '--json', '--ignore-scripts', '--pack-destination', destination];
  const output = execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  const [made] = JSON.parse(output) as [Packed];
  const inside = new Set(made.files.map(({ path }) => path));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const left = files
    .map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'))
    .filter((path) => !inside.has(path));
  return { ...made, left };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
