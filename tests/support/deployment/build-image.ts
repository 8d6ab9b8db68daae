import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { repository } from '../repository';

/** What the lines of the Containerfile call, beside npm. */
const PROGRAMS = ['node', 'sh', 'env', 'cp', 'mkdir', 'ln', 'chmod', 'tar', 'gzip'];
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

const ABSENT = { throwIfNoEntry: false } as const;

/** Where nothing has to be mounted or limited: with no more rights than a container of a build has. */
const ISOLATED = ['--isolation', 'chroot', '--network', 'host'];

/** The usual ones are more than a process may have that is in a container itself. */
const LIMITS = '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n';

/** What is in the image beside its files. */
type ImageConfig = {
  Docker: {
    config: {
      User: string;
      Env: string[];
      Entrypoint: string[];
      Cmd: string[];
      Healthcheck: { Test: string[] };
      Volumes: Record<string, unknown>;
      ExposedPorts: Record<string, unknown>;
      StopSignal: string;
      Labels: Record<string, string>;
    };
    history: { created_by: string }[];
  };
};

/** Images in a folder of their own, by buildah, from a base that is made of this machine: no registry is asked. */
export class ImageBuilder {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;

  /** @param folder an empty one @param environment of the builder, beside this process's */
  constructor(folder: string, environment: Record<string, string>) {
    this.#folder = folder;
    const settings = join(folder, 'containers.conf');
    writeFileSync(settings, LIMITS);
    this.#environment = { ...process.env, ...environment, CONTAINERS_CONF: settings };
  }

  static isPossible(): boolean {
    return process.getuid?.() === 0 && spawnSync('buildah', ['--version']).status === 0;
  }

  /** @returns the name of an image that has Node.js, npm and what else a build calls */
  makeBase(): string {
    const base = join(this.#folder, 'base');
    for (const folder of ['tmp', 'root']) mkdirSync(join(base, folder), { recursive: true });
    for (const name of ['bin', 'lib', 'lib64'].filter((one) => lstatSync(`/${one}`, ABSENT)?.isSymbolicLink())) {
      mkdirSync(join(base, readlinkSync(`/${name}`)), { recursive: true });
      symlinkSync(readlinkSync(`/${name}`), join(base, name));
    }
    for (const program of PROGRAMS) for (const file of withLibraries(which(program))) copyInto(base, file);
    for (const library of nativeModules().flatMap(librariesOf)) copyInto(base, library);
    const npm = dirname(dirname(realpathSync(which('npm'))));
    mkdirSync(join(base, 'opt'));
    cpSync(npm, join(base, 'opt', 'npm'), { recursive: true });
    mkdirSync(join(base, 'usr', 'local', 'bin'), { recursive: true });
    symlinkSync('/opt/npm/bin/npm-cli.js', join(base, 'usr', 'local', 'bin', 'npm'));
    if (existsSync(AUTHORITIES)) copyInto(base, AUTHORITIES);
    const file = join(this.#folder, 'Containerfile');
    const path = [...new Set(PROGRAMS.map((program) => dirname(which(program))))];
    const environment = `PATH=/usr/local/bin:${path.join(':')} NODE_EXTRA_CA_CERTS=${AUTHORITIES}`;
    writeFileSync(file, `FROM scratch\nCOPY . /\nENV ${environment}\n`);
    this.#run('build', ...ISOLATED, '--file', file, '--tag', 'base', base);
    return 'localhost/base';
  }

  /**
   * Builds the Containerfile of a context.
   * @param given values of its arguments
   * @param mounted folders of the repository that a build would make again, which are in no layer
   */
  build(context: string, given: Record<string, string>, mounted: readonly string[]): void {
    const containerfile = join(context, 'lib', 'cli', 'deployment', 'Containerfile');
    const volumes = mounted.map((path) => `${join(repository, path)}:/build/source/${path}:ro`);
    const cache = join(homedir(), '.npm');
    if (existsSync(cache)) volumes.push(`${cache}:/root/.npm`);
    const args = ['--pull=never', '--format', 'docker', '--file', containerfile, '--tag', 'tessera'];
    args.push('--ignorefile', `${containerfile}.dockerignore`);
    for (const [name, value] of Object.entries(given)) args.push('--build-arg', `${name}=${value}`);
    for (const volume of volumes) args.push('--volume', volume);
    this.#run('build', ...ISOLATED, ...args, context);
  }

  config(): ImageConfig['Docker'] {
    return (JSON.parse(this.#run('inspect', '--type', 'image', 'tessera')) as ImageConfig).Docker;
  }

  /** @returns everything in the image, its manifest and configuration too, a file each, unpacked */
  blobs(): Buffer[] {
    const folder = join(this.#folder, 'pushed');
    this.#run('push', 'tessera', `dir:${folder}`);
    return readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    });
  }

  /** Runs a command in a container of the image, as its user. @returns what it says */
  runInside(...command: string[]): string {
    const container = this.#run('from', '--pull=never', 'tessera').trim();
    return this.#run('run', '--isolation', 'chroot', container, '--', ...command);
  }

  #run(command: string, ...args: string[]): string {
    const places = ['--root', join(this.#folder, 'images'), '--runroot', join(this.#folder, 'run')];
    return execFileSync('buildah', [...places, '--storage-driver', 'vfs', command, ...args], {
      encoding: 'utf8',
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 2 ** 20,
    });
  }
}

function which(program: string): string {
  return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}

function withLibraries(program: string): string[] {
  return [program, ...librariesOf(program)];
}

/** Paths of what a program or module is linked with. */
function librariesOf(file: string): string[] {
  const { stdout } = spawnSync('ldd', [file], { encoding: 'utf8' });
  return (stdout.match(/\/\S+/g) ?? []).filter((path) => existsSync(path));
}

/** Of the site: a base has the whole C library, and this one the parts that are linked. */
function nativeModules(): string[] {
  const folder = join(repository, 'node_modules', '@node-rs');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.node')).map((path) => join(folder, path));
}

function copyInto(base: string, file: string): void {
  mkdirSync(dirname(join(base, file)), { recursive: true });
  cpSync(realpathSync(file), join(base, file));
}
