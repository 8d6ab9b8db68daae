import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository';

/**
 * @property id what a browser sends as `Next-Action`
 * @property name of the export in `file`, a path in the repository
 * @property pages addresses of those that call it, as `Address` has them
 */
export type BuiltAction = { id: string; name: string; file: string; pages: string[] };

/** @property path with its parameters in brackets: `/activations/[activationId]` @property file without its ending */
export type BuiltAddress = { path: string; file: string };

/** Every server action that the build answers to, whoever shows it. */
export function builtActions(): BuiltAction[] {
  const { node }: { node: Record<string, { exportedName: string; filename: string; workers: object }> } = readBuilt(
    'server/server-reference-manifest.json',
  );
  const paths = new Map(addresses().map(({ path, file }) => [file, path]));
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    // Next.js's own page for errors is none that anybody opens.
    const pages = Object.keys(workers).flatMap((file) => paths.get(file) ?? []);
    return { id, name: exportedName, file: filename, pages };
  });
}

/** Every page that people open. */
export function builtPages(): BuiltAddress[] {
  return addresses().filter(({ file }) => file.endsWith('/page'));
}

/** Every address of `app` that programs and pages ask. */
export function builtRoutes(): BuiltAddress[] {
  return addresses().filter(({ file }) => file.endsWith('/route'));
}

function addresses(): BuiltAddress[] {
  const paths: Record<string, string> = readBuilt('app-path-routes-manifest.json');
  return Object.entries(paths)
    .filter(([, path]) => !path.startsWith('/_'))
    .map(([file, path]) => ({ path, file: `app${file}` }));
}

function readBuilt(file: string) {
  return JSON.parse(readFileSync(join(repository, '.next', file), 'utf8'));
}
