import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';

/**
 * What Node is started with for one of the product's programs: what its npm script says.
 * @param preloads modules to load before it
 */
export function programArguments(name: string, preloads: string[] = []): string[] {
  return [...v8Flags(), ...preloads.flatMap((path) => ['--import', path]), ...scriptArguments(name)];
}

/**
 * What the processes of a test run are started with; nothing where they are measured. `--liftoff-only` compiles WebAssembly
 * without ever optimising it: the embedded database answers a little later, and processes that live for seconds need a
 * third less of the processor to start.
 */
export function v8Flags(): string[] {
  return process.env['TESSERA_TEST_V8_FLAGS']?.split(' ') ?? [];
}

function scriptArguments(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const script = Object.values(scripts).find((text) => text.endsWith(`run.mjs ${name}`));
  if (script === undefined) throw new Error(`no npm script runs ${name}`);
  return script.split(' ').slice(1);
}
