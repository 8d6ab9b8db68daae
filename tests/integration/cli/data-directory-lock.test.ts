import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { lockDataDirectory } from '@/lib/config/data-directory/data-directory-lock';
import { openDataDirectory } from '@/lib/config/data-directory/secure-data-directory';
import { Latch } from '@/lib/kit/latch';
import { HANG_MS, poll } from '@/lib/kit/poll';
import { repository } from '../../support/repository';
import { rounds } from '../../support/rounds';
import { Script } from './spawn-script';

/** Tries for a lock at the millisecond that it is told, and says how it went. */
const STARTER = `
  const { createInterface } = await import('node:readline');
  const { lockDataDirectory } = await import('./lib/config/data-directory/data-directory-lock.ts');
  process.setMaxListeners(0);
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const { directory, at } = JSON.parse(line);
    while (Date.now() < at);
    try {
      await lockDataDirectory(directory, () => {}, { timeoutMs: 50, observeMs: 50 });
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

  const file = () => join(directory, 'lock.1');
  const hold = () => writeFileSync(file(), JSON.stringify({ process: 1, startedAt: '1', space: 'elsewhere' }));
  const lock = (where = directory, onLost = () => {}) =>
    lockDataDirectory(where, onLost, { timeoutMs: 50, observeMs: 400 });

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

  it('the lock is one file in the directory', async () => {
    const deep = join(directory, 'a', 'b');
    openDataDirectory(deep);
    const unlock = await lock(deep);
    expect(readdirSync(deep)).toEqual(['lock.1']);
    unlock();
  });

  it('the lock can be taken again after its release, any number of times', async () => {
    for (let count = 0; count < 5; count++) (await lock())();
    expect(readdirSync(directory)).toHaveLength(1);
  });

  it('the lock keeps a second process out, names the first, and touches nothing', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    expect(await tryAtOnce([first])).toEqual(['locked']);
    const before = readdirSync(directory);
    await expect(lock()).rejects.toThrow(`in use by process ${first.pid}`);
    await expect(lock()).rejects.toThrow(ConfigurationError);
    expect(readdirSync(directory)).toEqual(before);
  });

  it('the lock of a process that was killed is taken over', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    await tryAtOnce([first]);
    await first.kill();
    await expect(lock()).resolves.toBeInstanceOf(Function);
  });

  it('the lock of a process that ended by itself is free', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    await tryAtOnce([first]);
    await first.end();
    await expect(lock()).resolves.toBeInstanceOf(Function);
  });

  // A machine that was switched off and on gives process numbers again.
  it.skipIf(process.platform !== 'linux')(
    'a lock whose process number belongs to another process is free',
    async () => {
      writeFileSync(join(directory, 'lock.7'), JSON.stringify({ process: process.pid, startedAt: '1' }));
      await expect(lock()).resolves.toBeInstanceOf(Function);
    },
  );

  it.each(['', '{', 'null', '{"process":"1"}', '{"process":999999999}'])(
    'a lock with the content %j blocks no process',
    async (text) => {
      writeFileSync(join(directory, 'lock.1'), text);
      await expect(lock()).resolves.toBeInstanceOf(Function);
    },
  );

  it('the lock is won by exactly one of many concurrent starts, each time its holder is killed', async () => {
    let left = await starters(4);
    while (left.length > 0) {
      const answers = await tryAtOnce(left);
      expect(answers.toSorted()).toEqual([...left.slice(1).map(() => 'ConfigurationError'), 'locked']);
      const winner = left[answers.indexOf('locked')];
      await winner?.kill();
      left = left.filter((script) => script !== winner);
    }
  });

  it('the lock of a killed process is won by exactly one of several that race for it', async () => {
    const racing = await starters(4);
    for (let race = 0; race < rounds(8, 25); race++) {
      const track = join(directory, String(race));
      mkdirSync(track);
      writeFileSync(join(track, 'lock.1'), JSON.stringify({ process: 999_999_999, startedAt: '1' }));
      const answers = await tryAtOnce(racing, track);
      expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
    }
  });

  it('the lock of a process that is still ending is waited for', async () => {
    const [first] = await starters(1);
    if (!first) throw new Error('no starter');
    await tryAtOnce([first]);
    const waiting = lockDataDirectory(directory, () => {}, { timeoutMs: HANG_MS, observeMs: 0 });
    await first.kill();
    await expect(waiting).resolves.toBeInstanceOf(Function);
  });

  // A container whose first process does not collect its children keeps them.
  it.skipIf(process.platform !== 'linux')(
    'the lock of a process of which only the exit code is left is taken over',
    async () => {
      const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
        const status = () =>
          readFileSync(`/proc/${String(pid).trim()}/stat`, 'utf8')
            .split(') ')[1]
            ?.split(' ') ?? [];
        // A shell would take the exit code; what it becomes does not.
        const name = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim();
        await poll('the shell to have become another program', async () => name() === 'sleep');
        process.kill(Number(pid), 'SIGKILL');
        await poll('its end', async () => status()[0] === 'Z');
        writeFileSync(join(directory, 'lock.1'), JSON.stringify({ process: Number(pid), startedAt: status()[19] }));
        await expect(lock()).resolves.toBeInstanceOf(Function);
      } finally {
        parent.kill();
      }
    },
  );

  it.each([
    ['lock.99999999999999999999', 'a number too long for any lock'],
    ['lock.x', 'no number'],
  ])('a lock that is called %s, %s, blocks no process', async (name) => {
    writeFileSync(join(directory, name), '');
    await expect(lock()).resolves.toBeInstanceOf(Function);
  });

  it('a lock with the highest number there is is named instead of counted on for ever', async () => {
    writeFileSync(join(directory, 'lock.999999999999999'), '');
    await expect(lock()).rejects.toThrow('lock.999999999999999 was not made by Tessera; remove it');
  });

  it('the leftovers of a killed process are removed, and those of a running one are not', async () => {
    writeFileSync(join(directory, 'lock-old'), '');
    utimesSync(join(directory, 'lock-old'), new Date(0), new Date(0));
    writeFileSync(join(directory, 'lock-new'), '');
    await lock();
    expect(readdirSync(directory).toSorted()).toEqual(['lock-new', 'lock.1']);
  });

  describe('of a process that cannot be seen', () => {
    it('threat: a lock is obeyed while it is renewed, as two containers on one volume would destroy the database', async () => {
      hold();
      const renewing = setInterval(() => utimesSync(file(), new Date(), new Date()), 20);
      const patient = { timeoutMs: 0, observeMs: HANG_MS };
      await expect(lockDataDirectory(directory, () => {}, patient)).rejects.toThrow(
        'in use by a process of another container or machine',
      );
      clearInterval(renewing);
      expect(readdirSync(directory)).toEqual(['lock.1']);
    });

    it('the lock of an unreachable process is taken over when it is not renewed, whatever its clock says', async () => {
      hold();
      utimesSync(file(), new Date('2999-01-01'), new Date('2999-01-01'));
      await expect(lock()).resolves.toBeInstanceOf(Function);
      expect(readdirSync(directory)).toEqual(['lock.2']);
    });

    it('threat: a process whose lock was taken while it was frozen is told as soon as it goes on', async () => {
      const lost = new Latch();
      await lock(directory, () => lost.open());
      rmSync(file());
      writeFileSync(join(directory, 'lock.2'), JSON.stringify({ process: 1, startedAt: '1', space: 'elsewhere' }));
      await expect(lost.opened).resolves.toBeUndefined();
    });
  });

  const elsewhere = ['unshare', '--user', '--map-root-user', '--fork', '--pid', '--mount-proc'];
  const isPermitted = spawnSync('env', [...elsewhere, 'true']).status === 0;
  if (!isPermitted) console.warn('SKIPPED: a lock across PID namespaces, because `unshare` is not permitted here');

  it.skipIf(!isPermitted)(
    'threat: a process of another PID namespace is kept out, where the holder’s PID is that of another process',
    async () => {
      const [first] = await starters(1);
      if (!first) throw new Error('no starter');
      await tryAtOnce([first]);
      const code = `
        const { lockDataDirectory } = await import('./lib/config/data-directory/data-directory-lock.ts');
        const taking = lockDataDirectory(process.env.DIRECTORY, () => {});
        console.log(await taking.then(() => 'locked', (error) => error.message));
        process.exit();`;
      const node = [process.execPath, '--import', 'tsx', '--input-type=module', '-e', code];
      const other = spawn('env', [...elsewhere, ...node], {
        cwd: repository,
        env: { ...process.env, DIRECTORY: directory },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      expect(await textOf(other.stdout)).toContain('in use by a process of another container or machine');
    },
  );
});
