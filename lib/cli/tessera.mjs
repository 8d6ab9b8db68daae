#!/usr/bin/env node
// @ts-check
/**
 * The program `tessera` of the package: runs one of the others by its name, with what `npm run` gives it here.
 *
 *     npx --no-install tessera phone --image shot.png      in a project that has the package
 *     tessera start                                        where it is installed by itself
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { calledAs } from './called-as.mjs';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const scripts = Object.values(/** @type {Record<string, string>} */ (manifest.scripts));

/** Programs by their names, each with the flags that Node.js gets for it. @type {Map<string, string[]>} */
const programs = new Map(
  scripts.flatMap((script) => {
    const [, flags = '', name] = /^node (.*)lib\/cli\/run\.mjs ([\w-]+)$/.exec(script) ?? [];
    return name === undefined ? [] : [[name, flags.split(' ').filter(Boolean)]];
  }),
);
const [name = ''] = process.argv.slice(2, 3);
const flags = programs.get(name);

if (flags) {
  // The heap is still small: a limit holds from here on.
  for (const flag of flags) setFlagsFromString(flag);
  await import('./run.mjs');
} else {
  const names = [...programs.keys()].sort().join(', ');
  const isAsked = ['--help', '-h'].includes(name);
  const say = isAsked ? console.log : console.error;
  say(`${calledAs('<program>')} [arguments]\n\nPrograms: ${names}. Each tells more with --help.`);
  process.exitCode = isAsked || name === '' ? 0 : 1;
}
