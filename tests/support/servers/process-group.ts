import { readdirSync, readFileSync } from 'node:fs';

/** @property ticks of the processor that it has taken, of which Linux counts 100 a second */
export type GroupedProcess = { command: string; ticks: number };

/** The processes of a group that still run, as Linux's `/proc` has them. */
export function processesOf(group: number): GroupedProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(`/proc/${name}`, group));
}

function readProcess(folder: string, group: number): GroupedProcess[] {
  try {
    const stat = readFileSync(`${folder}/stat`, 'utf8');
    // State, parent and group are the fields 3 to 5, times in user and system mode 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || Number(fields[2]) !== group) return [];
    const command = readFileSync(`${folder}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return [{ command, ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    // Ended meanwhile.
    return [];
  }
}
