import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What npm answers when the registry has no such package or version: a mistake of ours, however the network is. */
const NOT_THERE = /npm error code (?:E404|ETARGET|EINVALIDTAGNAME)/;

/**
 * Unpacks a package of npm's registry, and none of what it depends on.
 * @param spec as `npm install` takes it
 * @param folder an empty one, which gets it
 * @returns null where the registry cannot be reached
 * @throws Error when the registry does not have it
 */
export function fetchPackage(spec: string, folder: string): { folder: string } | null {
  const args = ['pack', spec, '--json', '--prefer-offline', '--ignore-scripts', '--pack-destination', folder];
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  if (status !== 0) {
    if (NOT_THERE.test(stderr)) throw new Error(`npm has no ${spec}:\n${stderr}`);
    return null;
  }
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
  return { folder: join(folder, 'package') };
}
