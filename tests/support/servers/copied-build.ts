import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES } from '@/lib/cli/build-stamp.mjs';
import { repository } from '../repository';
import { runProgram } from './run-program';

/** Copies whatever a build is made from, with the packages, into another folder. */
export async function copySources(folder: string): Promise<void> {
  // A repository of its own to what looks for one, such as for the files that it ignores.
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const name of SOURCES) cpSync(join(repository, name), join(folder, name), { recursive: true });
  await linkPackages(folder);
}

/** The packages of this repository as links to the same files: the bundler takes no link to a folder outside its project. */
export async function linkPackages(folder: string): Promise<void> {
  const packages = join(repository, 'node_modules');
  try {
    await runIn(folder, 'cp', ['-al', packages, folder]);
  } catch {
    // Some file systems know no links to a file, and none leads to another disk.
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    await runIn(folder, 'cp', ['-a', packages, folder]);
  }
}

/** Builds there as `npm run build` does. @throws Error with all that was said when it fails */
export async function buildCopy(folder: string): Promise<void> {
  const program = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('lib', 'cli', 'build.ts')];
  await runIn(folder, process.execPath, program);
}

/** @throws Error with all that the program said, when it fails */
export async function runIn(folder: string, program: string, args: string[]): Promise<void> {
  const said: string[] = [];
  const code = await runProgram(program, args, {
    cwd: folder,
    env: { NODE_ENV: 'production' },
    hear: (text) => said.push(text),
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${said.join('')}`);
}
