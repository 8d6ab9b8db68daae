import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCurrent, PROGRAMS_STAMP } from '../../cli/build-stamp.mjs';
import { packageRoot } from '../package-root';
import { v8Flags } from './v8-flags';

const areProgramsCurrent = isCurrent(packageRoot, PROGRAMS_STAMP);

/**
 * What Node is started with for one of the product's programs: what its npm script says. Commands are run from their sources
 * while those are not what was built, so that their tests need no build.
 * @param preloads modules to load before it
 */
export function programArguments(name: string, preloads: string[] = []): string[] {
  const before = [...v8Flags(), ...preloads.flatMap((path) => ['--import', path])];
  return name === 'start' || areProgramsCurrent
    ? [...before, ...scriptArguments(name)]
    : [...before, '--import', 'tsx', join('lib', 'cli', `${name}.ts`)];
}

function scriptArguments(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const script = Object.values(scripts).find((text) => text.endsWith(`run.mjs ${name}`));
  if (script === undefined) throw new Error(`no npm script runs ${name}`);
  return script.split(' ').slice(1);
}
