import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Left by `run.mjs`: programs, the application and its workers do not share modules, only the global object. */
const FOLDER = Symbol.for('tessera.folder');

/** Where the product's own files lie, which is the working directory unless it was installed as a package. */
export function productFolder(): string {
  const registry = (globalThis as unknown as Record<symbol, string | undefined>)[FOLDER];
  return registry ?? process.cwd();
}

/** The folder of a dependency, which npm installs in the product's folder or in one above it. @throws Error when there is none */
export function dependencyFolder(name: string): string {
  for (let folder = productFolder(); ; folder = dirname(folder)) {
    const candidate = join(/* turbopackIgnore: true */ folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error(`the package ${name} is not installed`);
  }
}
