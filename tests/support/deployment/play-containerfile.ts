import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { assignmentsOf, contextFilter, readContainerfile, type Instruction, type Stage } from './containerfile';
import { repository } from '../repository';

/**
 * What the Containerfile makes, in folders instead of layers on a base.
 * @property root folder that stands for `/`
 * @property command that a container of it runs
 * @property environment that the image adds; paths are in the folder
 * @property volume in the folder
 */
export type PlayedImage = { root: string; command: string[]; environment: Record<string, string>; volume: string };

/** What a container of the image has of its base. */
const OF_THE_BASE = new Set(['PATH']);

/**
 * Follows the stages of the Containerfile without a container: COPY copies, RUN runs on this machine in the folder of its
 * stage. That holds for lines whose paths begin at the working directory, as those of RUN do.
 * @param folder an empty one
 * @param built what a build has made already, by names in the repository, so that it is not made again
 */
export function playContainerfile(folder: string, built: readonly string[]): PlayedImage {
  const roots = new Map<string, string>();
  let played: PlayedImage | undefined;
  for (const [index, stage] of readContainerfile().stages.entries()) {
    const root = join(folder, stage.name ?? String(index));
    roots.set(stage.name ?? String(index), root);
    mkdirSync(root, { recursive: true });
    played = new StagePlayer(root, roots, built).play(stage);
  }
  if (played === undefined) throw new Error('the Containerfile has no stage');
  return played;
}

class StagePlayer {
  readonly #root: string;
  readonly #roots: ReadonlyMap<string, string>;
  readonly #built: readonly string[];
  #directory = '/';
  #environment: Record<string, string> = {};

  constructor(root: string, roots: ReadonlyMap<string, string>, built: readonly string[]) {
    this.#root = root;
    this.#roots = roots;
    this.#built = built;
  }

  play({ instructions }: Stage): PlayedImage {
    for (const instruction of instructions) this.#follow(instruction);
    const said = (keyword: string) => instructions.find((one) => one.keyword === keyword);
    const words = [...(said('ENTRYPOINT')?.exec ?? []), ...(said('CMD')?.exec ?? [])];
    return {
      root: this.#root,
      command: words.map((word) => this.#inFolder(word)),
      environment: this.#environment,
      volume: this.#inFolder(said('VOLUME')?.text ?? '/'),
    };
  }

  #follow(instruction: Instruction): void {
    const { keyword, text } = instruction;
    if (keyword === 'WORKDIR') {
      this.#directory = posix.resolve(this.#directory, text);
      mkdirSync(this.#inFolder(this.#directory), { recursive: true });
    } else if (keyword === 'ENV') {
      for (const [name, value] of assignmentsOf(instruction))
        if (!OF_THE_BASE.has(name)) this.#environment[name] = this.#inFolder(value);
    } else if (keyword === 'COPY') this.#copy(instruction);
    else if (keyword === 'RUN') this.#run(text);
  }

  #run(command: string): void {
    execFileSync('sh', ['-c', command], {
      cwd: this.#inFolder(this.#directory),
      env: { ...cleanEnvironment(), ...this.#environment, npm_config_prefer_offline: 'true' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  #copy({ text, flags }: Instruction): void {
    const places = text.split(/\s+/);
    const to = this.#inFolder(posix.resolve(this.#directory, places.pop() ?? ''));
    const { from, chown } = flags;
    const source = from === undefined ? repository : this.#roots.get(from);
    if (source === undefined) throw new Error(`no stage is called ${from}`);
    if (from === undefined) for (const place of places) this.#copyFromContext(place, to);
    else for (const place of places) copyTree(join(source, place), to);
    if (chown !== undefined && process.getuid?.() === 0) {
      const [user = '', group = user] = chown.split(':');
      chownSync(to, Number(user), Number(group));
    }
  }

  /** Everything, which is what goes into a build and what has been built; or a file. */
  #copyFromContext(place: string, to: string): void {
    if (place !== '.') {
      cpSync(join(repository, place), join(to, place));
      return;
    }
    const goes = contextFilter();
    for (const path of filesBelow(repository).filter(goes)) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      cpSync(join(repository, path), join(to, path));
    }
    for (const name of this.#built) copyTree(join(repository, name), join(to, name));
  }

  /** Paths of the image, in its folder; other words as they are. */
  #inFolder(word: string): string {
    return word.startsWith('/') ? join(this.#root, word) : word;
  }
}

/** Copies a file or a folder. Links inside stay links, and files become hard links where the file system allows: there are thousands. */
export function copyTree(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    execFileSync('cp', ['-alT', from, to], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-aT', from, to]);
  }
}

/** Paths of files, but for folders that no build reads. */
function filesBelow(root: string): string[] {
  const skipped = new Set(['node_modules', '.git', '.next', '.newer-build', 'test-results']);
  const visit = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : visit(path);
      return entry.isFile() ? [relative(root, path)] : [];
    });
  return visit(root);
}
