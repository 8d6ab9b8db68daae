/**
 * Runs a bench of several builds in turns, so that what else the machine does slows all of them, and prints the median of
 * each figure with its ratio to that of the first build. Each folder is a built checkout, whose own bench is run.
 *
 *     npx tsx tests/bench/in-turns.ts [--bench activations] [--rounds 3] <folder> <folder>... [-- <options of the bench>]
 */
import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { basename } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { percentile } from '../support/percentile';

const end = process.argv.indexOf('--', 2);
const [own, passedOn] =
  end < 0 ? [process.argv.slice(2), []] : [process.argv.slice(2, end), process.argv.slice(end + 1)];
const { values: options, positionals: folders } = parseArgs({
  args: own,
  allowPositionals: true,
  options: { bench: { type: 'string', default: 'activations' }, rounds: { type: 'string', default: '3' } },
});

/** What was measured, by the line's name and the figure's words: `4 at a time`, `server # ms each`. */
type Figures = Map<string, Map<string, number[]>>;

/** Not that of `p95`, which is a name. */
const NUMBER = /\b\d+(?:\.\d+)?/;

/** Takes lines as benches print them: a name, then figures, with commas between. */
function collect(output: string, into: Figures): void {
  for (const line of output.split('\n')) {
    const [first = '', ...figures] = line.split(', ');
    // What is asked of a build depends on what it can do.
    const name = first.replace(/:.*/, '').trim();
    if (figures.length === 0 || name === '') continue;
    const known = into.get(name) ?? new Map<string, number[]>();
    into.set(name, known);
    for (const figure of figures) {
      const [number] = NUMBER.exec(figure) ?? [];
      if (number === undefined) continue;
      const words = figure.replace(NUMBER, '#').replace(/ \(\d+\)$/, '');
      known.set(words, [...(known.get(words) ?? []), Number(number)]);
    }
  }
}

const measured = new Map(folders.map((folder): [string, Figures] => [folder, new Map()]));
for (let round = 1; round <= Number(options.rounds); round++) {
  for (const [folder, figures] of measured) {
    const bench = ['tsx', `tests/bench/${options.bench}.ts`, ...passedOn];
    const { stdout } = await promisify(execFile)('npx', bench, { cwd: folder });
    collect(stdout, figures);
    console.log(`round ${round}, ${basename(folder)}, load ${loadavg()[0]?.toFixed(1)}`);
  }
}

const [first] = measured.values();
for (const [name, figures] of first ?? []) {
  for (const [words, base] of figures) {
    const columns = [...measured].map(([folder, other]) => {
      const values = other.get(name)?.get(words);
      if (!values) return `${basename(folder)} –`;
      const median = percentile(values, 0.5);
      const ratio = percentile(base, 0.5) > 0 ? ` (× ${(median / percentile(base, 0.5)).toFixed(2)})` : '';
      return `${basename(folder)} ${median.toFixed(1)}${ratio}`;
    });
    console.log(`${name.padEnd(14)} ${words.padEnd(24)} ${columns.join('   ')}`);
  }
}
