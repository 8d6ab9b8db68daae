import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { repository } from '../../support/repository';
import { onReadOnlySystem } from '../../support/servers/read-only-system';

/** What is copied to where the site runs, beside the packages. */
const SHIPPED = ['package.json', 'next.config.js', 'public', 'prisma/migrations', 'lib/cli'];

type Package = { dev?: boolean; devOptional?: boolean; peer?: boolean };

/** Neither those for development nor those that are there for one of them. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Package>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, peer }]) => path !== '' && !dev && !devOptional && !peer)
    .map(([path]) => path)
    .filter((path) => existsSync(join(repository, path)) && path.lastIndexOf('node_modules') === 0);
}

/** As hard links where the file system allows, because there are 10,000 files. */
function ship(paths: string[], tree: string): void {
  for (const path of paths) mkdirSync(dirname(join(tree, path)), { recursive: true });
  const from = new Map(paths.map((path) => [dirname(path), [] as string[]]));
  for (const path of paths) from.get(dirname(path))?.push(join(repository, path));
  for (const [folder, sources] of from) {
    const to = join(tree, folder);
    try {
      execFileSync('cp', ['-al', ...sources, to], { stdio: 'ignore' });
    } catch {
      execFileSync('cp', ['-a', ...sources, to]);
    }
  }
}

test(
  'the site starts for another user, without packages for development, on a system read-only but for its data',
  { tag: '@all' },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tessera-shipped-'));
    // Others may read it, as a container's layers.
    chmodSync(directory, 0o755);
    const tree = join(directory, 'site');
    const built = readdirSync(join(repository, '.next')).filter((name) => name !== 'cache' && name !== 'dev');
    ship([...SHIPPED, ...built.map((name) => join('.next', name)), ...productionPackages()], tree);
    expect(existsSync(join(tree, 'node_modules', 'typescript'))).toBe(false);
    const data = join(directory, 'data');
    mkdirSync(data, { mode: 0o700 });
    const behind = onReadOnlySystem(data);
    if (behind === null) console.log('As who runs the tests, with everything writable: nothing can be mounted here.');
    const url = `http://127.0.0.1:${await freePort()}`;
    const env: NodeJS.ProcessEnv = {
      ...cleanEnvironment(),
      NODE_ENV: 'production',
      PORT: new URL(url).port,
      TESSERA_URL: url,
      TESSERA_DATA_DIR: data,
      HOME: '/nonexistent',
    };
    const [program, ...args] = [...(behind ?? []), process.execPath, 'lib/cli/run.mjs', 'start'];
    const child = spawn(program, args, { cwd: tree, env });
    const ended = once(child, 'close');
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    try {
      await poll('the site to be ready', async () => {
        if (child.exitCode !== null) throw new Error(`it ended at once:\n${output}`);
        return output.includes('Tessera is ready');
      });
      expect((await fetch(`${url}/sign-in`)).status).toBe(200);
      expect((await fetch(`${url}/api/health`)).status).toBe(200);
      expect(statSync(join(data, 'secrets.json')).uid).toBe(behind === null ? process.getuid?.() : statSync(data).uid);
      child.kill();
      await ended;
      expect(child.exitCode).toBe(0);
      expect(output).not.toMatch(/EACCES|EROFS/);
    } finally {
      child.kill();
      await ended;
      rmSync(directory, { recursive: true, force: true });
    }
  },
);
