import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { repository } from '../support/repository';
import { runProgram } from '../support/servers/run-program';

/** `nobody`, whom every Linux has. */
const NOBODY = 65_534;

/** Of ours, what npm and a run of tests have set, and what is ours alone. */
const OURS = /^(?:npm_|TESSERA_|NODE_|VITEST|INIT_CWD$|TMPDIR$|HOME$|PWD$|OLDPWD$|USER$|LOGNAME$)/i;

/**
 * Somebody who has the package and not the repository: another user, for whom it is an empty folder. Only root can become
 * one and hide a folder from one. What this machine does not let us do is said.
 */
export class AnotherUser {
  /** `~` of theirs. */
  readonly home: string;
  readonly #before: readonly string[];
  /** Ours, because our settings are out of reach. */
  readonly #npm = Object.fromEntries(['registry', 'cafile'].flatMap((name) => settingOfNpm(name)));

  private constructor(home: string, before: readonly string[]) {
    this.home = home;
    this.#before = before;
  }

  /** @param home a folder, made where it is not there */
  static in(home: string): AnotherUser {
    mkdirSync(home, { recursive: true });
    const who = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
    const whyNot = process.getuid?.() !== 0 ? 'only root can be another user' : findObstacle(who, home);
    if (whyNot !== null) {
      console.log(`As who runs the tests, with the repository in reach: ${whyNot}.`);
      return new AnotherUser(home, []);
    }
    const hiding = ['unshare', '--mount', 'sh', '-c', 'mount --bind "$0" "$1" && shift && exec "$@"'];
    const empty = `${home}-empty`;
    mkdirSync(empty, { recursive: true });
    chmodSync(empty, 0o700);
    const hidden = [...hiding, empty, repository, ...who];
    const canHide = succeeds([...hidden, 'true']);
    if (!canHide) console.log('As another user, with the repository in reach: nothing can be mounted here.');
    else if (succeeds([...hidden, 'ls', join(repository, 'package.json')]))
      throw new Error('the repository is in reach');
    return new AnotherUser(home, canHide ? hidden : who);
  }

  /** Makes theirs what root has written. */
  give(...paths: string[]): void {
    if (this.#before.length > 0) for (const path of paths) chownSync(path, NOBODY, NOBODY);
  }

  /** Whether the program runs for them. */
  canRun(program: string): boolean {
    return succeeds([...this.#before, program, '--version']);
  }

  /** Runs a command. @param hear takes what it says in place of this terminal @throws Error when it fails */
  async run(
    command: readonly string[],
    cwd: string,
    { env = {}, hear }: { env?: Record<string, string>; hear?: (text: string) => void } = {},
  ): Promise<void> {
    const startedAt = performance.now();
    const [program = '', ...args] = [...this.#before, ...command];
    const code = await runProgram(program, args, {
      cwd,
      env: { ...this.#environment(), ...env },
      isAlone: true,
      ...(hear && { hear }),
    });
    console.log(`${command.slice(0, 3).join(' ')}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  }

  #environment(): Record<string, string> {
    const kept = Object.entries(process.env).filter((one): one is [string, string] => !OURS.test(one[0]));
    const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
    const temporary = join(this.home, 'tmp');
    mkdirSync(temporary, { recursive: true });
    this.give(temporary);
    return {
      ...Object.fromEntries(kept),
      HOME: this.home,
      TMPDIR: temporary,
      PATH: path.join(delimiter),
      ...this.#npm,
    };
  }
}

/** @returns its variable and value; nothing when it has none */
function settingOfNpm(name: string): [string, string][] {
  const value = spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' }).stdout.trim();
  return value === '' || value === 'null' ? [] : [[`npm_config_${name}`, value]];
}

/** @returns why the user cannot work in the folder; null when they can */
function findObstacle(who: readonly string[], home: string): string | null {
  chownSync(home, NOBODY, NOBODY);
  if (!succeeds([...who, process.execPath, '--version'])) return 'nobody else can run Node.js';
  return succeeds([...who, 'ls', home]) ? null : `nobody else gets into ${home}`;
}

function succeeds([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args, { cwd: '/', stdio: 'ignore', timeout: 20_000 }).status === 0;
}
