import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HANG_MS } from '@/lib/kit/poll';
import { repository } from '../../support/repository';
import { copyTree, playContainerfile } from '../../support/deployment/play-containerfile';
import { ShippedSite } from '../../support/servers/shipped-site';

/** What is copied to where the site runs, beside the packages. */
const SHIPPED = ['package.json', 'next.config.js', 'public', 'prisma/migrations', 'lib/cli'];

/** Of the image beside its base: what an operator's registry and machines carry for each version. */
const MOST_MEGABYTES = 250;

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

/** What is built, but for what only building reads. */
function builtFiles(): string[] {
  const names = readdirSync(join(repository, '.next')).filter((name) => name !== 'cache' && name !== 'dev');
  return names.map((name) => join('.next', name));
}

/** Every one of a folder's files counts, and a file with two names once. */
function megabytesOf(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = new Map(paths.map((path) => [lstatSync(path).ino, lstatSync(path).size]));
  return [...files.values()].reduce((sum, size) => sum + size, 0) / 1e6;
}

/** @param owner a folder that belongs to whom the site runs as */
async function expectService(site: ShippedSite, data: string, owner: string): Promise<void> {
  expect((await fetch(`${site.url}/sign-in`)).status).toBe(200);
  expect((await fetch(`${site.url}/api/health`)).status).toBe(200);
  expect(statSync(join(data, 'secrets.json')).uid).toBe(statSync(owner).uid);
  expect(await site.stop()).toBe(0);
  expect(site.output).not.toMatch(/EACCES|EROFS/);
}

test.describe('a system that is read-only but for the data', () => {
  let directory: string;

  test.beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-shipped-'));
    // Others may read it, as a container's layers.
    chmodSync(directory, 0o755);
  });

  test.afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('the site starts there for another user, without packages for development', { tag: '@all' }, async () => {
    const tree = join(directory, 'site');
    for (const path of [...SHIPPED, ...builtFiles(), ...productionPackages()]) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      copyTree(join(repository, path), join(tree, path));
    }
    expect(existsSync(join(tree, 'node_modules', 'typescript'))).toBe(false);
    const data = join(directory, 'data');
    mkdirSync(data, { mode: 0o700 });
    const site = await ShippedSite.start({
      command: [process.execPath, 'lib/cli/run.mjs', 'start'],
      cwd: tree,
      writable: data,
      environment: { NODE_ENV: 'production', TESSERA_DATA_DIR: data },
    });
    await expectService(site, data, data);
  });

  test(
    'what the Containerfile makes starts there for another user, with data too, and weighs 250 MB at most',
    { tag: '@all' },
    async () => {
      // Packages are installed and packed once more, which takes minutes on a busy machine.
      test.setTimeout(20 * HANG_MS);
      const { root, command, environment, volume } = playContainerfile(directory, [...builtFiles(), 'lib/generated']);
      const megabytes = megabytesOf(root);
      const [program = '', ...args] = command;
      expect(program).toBe('node');
      const start = () =>
        ShippedSite.start({ command: [process.execPath, ...args], cwd: volume, writable: volume, environment });
      const data = environment['TESSERA_DATA_DIR'] ?? '';
      await expectService(await start(), data, volume);
      const again = await start();
      console.log(
        `The image beside its base: ${megabytes.toFixed(0)} MB; ready with data in ${(again.readyMs / 1_000).toFixed(1)} s.`,
      );
      await expectService(again, data, volume);
      expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
    },
  );
});
