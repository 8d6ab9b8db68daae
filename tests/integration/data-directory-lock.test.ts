import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { lockDataDirectory } from '@/lib/config/data-directory-lock';
import { Script } from './spawn-script';

/** Tries for a lock at the millisecond that it is told, and says how it went. */
const STARTER = `
  const { createInterface } = await import('node:readline');
  const { lockDataDirectory } = await import('./lib/config/data-directory-lock.ts');
  process.setMaxListeners(0);
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const { directory, at } = JSON.parse(line);
    while (Date.now() < at);
    try {
      lockDataDirectory(directory);
      console.log('locked');
    } catch (error) {
      console.log(error.name);
    }
  }`;

describe('the lock of a data directory', () => {
  let directory: string;
  const scripts: Script[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-lock-'));
  });

  afterEach(async () => {
    await Promise.all(scripts.splice(0).map((script) => script.kill()));
    rmSync(directory, { recursive: true });
  });

  async function starters(count: number): Promise<Script[]> {
    const started = Array.from({ length: count }, () => new Script(STARTER));
    scripts.push(...started);
    await Promise.all(started.map((script) => script.hear()));
    return started;
  }

  async function tryAtOnce(all: Script[], where = directory): Promise<string[]> {
    const at = Date.now() + 25;
    for (const script of all) script.say(JSON.stringify({ directory: where, at }));
    return Promise.all(all.map((script) => script.hear()));
  }

  it('is made with the directory, for its owner alone, and leaves nothing else in it', () => {
    const deep = join(directory, 'a', 'b');
    const unlock = lockDataDirectory(deep);
    expect(readdirSync(deep)).toEqual(['lock.1']);
    unlock();
  });

  it('can be taken again once it was given back, as often as one likes', () => {
    for (let count = 0; count < 5; count++) lockDataDirectory(directory)();
    expect(readdirSync(directory)).toHaveLength(1);
  });

  it('keeps a second process out, names the first, and touches nothing', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    expect(await tryAtOnce([first])).toEqual(['locked']);
    const before = readdirSync(directory);
    expect(() => lockDataDirectory(directory)).toThrow(`in use by process ${first.pid}`);
    expect(() => lockDataDirectory(directory)).toThrow(ConfigurationError);
    expect(readdirSync(directory)).toEqual(before);
  });

  it('of a process that was killed is taken over', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    await tryAtOnce([first]);
    await first.kill();
    expect(lockDataDirectory(directory)).not.toThrow();
  });

  it('of a process that ended by itself is free', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    await tryAtOnce([first]);
    await first.end();
    expect(lockDataDirectory(directory)).not.toThrow();
  });

  // A machine that was switched off and on gives process numbers again.
  it.skipIf(process.platform !== 'linux')('is free when its process number belongs to another process now', () => {
    writeFileSync(join(directory, 'lock.7'), JSON.stringify({ process: process.pid, startedAt: '1' }));
    expect(lockDataDirectory(directory)).not.toThrow();
  });

  it.each(['', '{', 'null', '{"process":"1"}', '{"process":999999999}'])('that says %j holds nobody up', (text) => {
    writeFileSync(join(directory, 'lock.1'), text);
    expect(lockDataDirectory(directory)).not.toThrow();
  });

  it('is won by exactly one of many that start at the same moment, each time its holder is killed', async () => {
    let left = await starters(4);
    while (left.length > 0) {
      const answers = await tryAtOnce(left);
      expect(answers.toSorted()).toEqual([...left.slice(1).map(() => 'ConfigurationError'), 'locked']);
      const winner = left[answers.indexOf('locked')];
      await winner?.kill();
      left = left.filter((script) => script !== winner);
    }
  });

  it('of a killed process is won by exactly one, in every one of 25 races', async () => {
    const racing = await starters(4);
    for (let race = 0; race < 25; race++) {
      const track = join(directory, String(race));
      mkdirSync(track);
      writeFileSync(join(track, 'lock.1'), JSON.stringify({ process: 999_999_999, startedAt: '1' }));
      const answers = await tryAtOnce(racing, track);
      expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
    }
  });
});
