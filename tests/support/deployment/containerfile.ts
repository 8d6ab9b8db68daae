import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository';

/** One line of a Containerfile, with the lines that continue it. */
export type Instruction = {
  /** In capitals. */
  keyword: string;
  /** `--from=build` as `from`: `build`. */
  flags: Record<string, string>;
  /** What follows the flags. */
  text: string;
  /** Of the exec form, which no shell reads; null of any other. */
  exec: string[] | null;
};

/** @property name as `AS` gives it */
export type Stage = { name: string | null; image: string; instructions: Instruction[] };

export const CONTAINERFILE = join(repository, 'lib', 'cli', 'deployment', 'Containerfile');
export const IGNORE_FILE = `${CONTAINERFILE}.dockerignore`;

/** @property head what stands before the first stage */
export function readContainerfile(text = readFileSync(CONTAINERFILE, 'utf8')): {
  head: Instruction[];
  stages: Stage[];
} {
  const head: Instruction[] = [];
  const stages: Stage[] = [];
  for (const instruction of instructionsIn(text)) {
    if (instruction.keyword === 'FROM') {
      const [image = '', , name = null] = instruction.text.split(/\s+/);
      stages.push({ name, image, instructions: [] });
    } else (stages.at(-1)?.instructions ?? head).push(instruction);
  }
  return { head, stages };
}

function instructionsIn(text: string): Instruction[] {
  const lines = text.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\\\n\s*/g, '');
  return [...lines.matchAll(/^([A-Z]+)\s+(.+)$/gm)].map(([, keyword = '', rest = '']) => {
    const [flagged = ''] = /^(?:--\S+\s+)*/.exec(rest) ?? [];
    const flags = [...flagged.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const);
    const after = rest.slice(flagged.length);
    // The command of a health check has a keyword of its own.
    const command = keyword === 'HEALTHCHECK' ? after.replace(/^CMD\s+/, '') : after;
    return { keyword, flags: Object.fromEntries(flags), text: after, exec: execForm(command) };
  });
}

function execForm(text: string): string[] | null {
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : null;
}

/** `NAME=value` of ARG, ENV and LABEL; an ARG may have no value. */
export function assignmentsOf({ text }: Instruction): Map<string, string> {
  const pairs = text.matchAll(/([\w.]+)(?:=("(?:[^"]*)"|\S*))?/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name, value.replaceAll(/^"|"$/g, '')]));
}

/** Whether a file below the context goes into a build: the last pattern that names it or a folder of it decides. */
export function contextFilter(text = readFileSync(IGNORE_FILE, 'utf8')): (path: string) => boolean {
  const patterns = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ goes: line.startsWith('!'), names: patternOf(line.replace(/^!/, '')) }));
  return (path) => patterns.findLast(({ names }) => names.test(path))?.goes ?? true;
}

/** `*` is a name, or a part of one; `**` any number of folders. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^${}()|[\]]/g, String.raw`\$&`)
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?');
  return new RegExp(`^${source}(?:/|$)`);
}
