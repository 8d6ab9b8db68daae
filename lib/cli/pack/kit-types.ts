import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What the kit exports, as `lib/kit/tsconfig.json` lists it. */
const ENTRIES = ['lib/kit/playwright/index.d.ts', 'lib/kit/phone/index.d.ts', 'lib/kit/api/client.d.ts'];

/** A project whose files are CommonJS may import nothing that TypeScript takes for an ES module, though Node.js loads it. */
const FORMATS = { import: 'module', require: 'commonjs' };

const IMPORT = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)(['"])/g;

/**
 * Writes the types of the kit's exports: only declarations, only of the files they need, once for each module format of
 * a project.
 */
export function writeKitTypes(root: string, folder: string, compiled: string): void {
  const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '--project', join('lib', 'kit'), '--outDir', compiled];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const declarations = readDeclarations(compiled);
  for (const [format, type] of Object.entries(FORMATS)) {
    mkdirSync(join(folder, format), { recursive: true });
    writeFileSync(join(folder, format, 'package.json'), `${JSON.stringify({ type })}\n`);
    for (const [path, text] of declarations) {
      mkdirSync(dirname(join(folder, format, path)), { recursive: true });
      writeFileSync(join(folder, format, path), text);
    }
  }
}

/** By their paths, with the endings in their imports that a project without a bundler requires. */
function readDeclarations(compiled: string): Map<string, string> {
  const declarations = new Map<string, string>();
  const follow = (file: string): void => {
    const path = relative(compiled, file);
    if (declarations.has(path)) return;
    declarations.set(path, '');
    const text = readFileSync(file, 'utf8').replaceAll(
      IMPORT,
      (_, before: string, specifier: string, after: string) => {
        const target = targetOf(resolve(dirname(file), specifier));
        follow(target.file);
        return `${before}${specifier}${target.ending}${after}`;
      },
    );
    // The compiler names the package that declares a type, which only the one that depends on it finds.
    declarations.set(path, text.replaceAll('import("playwright/test")', 'import("@playwright/test")'));
  };
  for (const entry of ENTRIES) follow(join(compiled, entry));
  return declarations;
}

function targetOf(path: string): { file: string; ending: string } {
  if (path.endsWith('.mjs')) return { file: path.replace(/\.mjs$/, '.d.mts'), ending: '' };
  if (existsSync(`${path}.d.ts`)) return { file: `${path}.d.ts`, ending: '.js' };
  return { file: join(path, 'index.d.ts'), ending: '/index.js' };
}
