import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { ConfigurationError } from '../config/configuration-error';
import { failed, type Finding } from '../server/doctor/finding';
import { runChecks } from '../server/doctor/run-checks';
import { upgradeChecks } from '../server/doctor/upgrade/upgrade-checks';
import { VERSION } from '../shared/version';
import { calledAs } from './called-as.mjs';
import { doctorLine } from './doctor/doctor-line';
import { HELP_OPTION, printUsage, runCommand } from './run-command';

const USAGE = `Says what this version would do to an installation, and what it needs of it, before it does it. Changes nothing.

  ${calledAs('upgrade')} --check [--backup <folder>]

Run it in the new version's files, with the settings of the site: with PostgreSQL while the version before serves. The embedded
database belongs to one process: stop the site, or name a backup, which is looked at in its place.

--check    looks at Node.js, the settings, the migrations that are pending and how long their writers wait, the way back, what is
           under way and the audit log
--backup   a backup of the embedded database: whether it is whole, and how old

An upgrade itself is a start of the new version, or the program "migrate" before it. Exit codes: 0 nothing stands against it, 1 something
does, 2 wrongly called.`;

const OPTIONS = { check: { type: 'boolean', default: false }, backup: { type: 'string' }, ...HELP_OPTION } as const;

await runCommand(async () => {
  let values;
  try {
    ({ values } = parseArgs({ options: OPTIONS }));
  } catch (error) {
    console.error(`${(error as Error).message}. Try --help.`);
    return 2;
  }
  if (values.help) return printUsage(USAGE, true);
  if (!values.check) {
    printUsage(USAGE, false);
    return 2;
  }
  console.log(`Tessera ${VERSION}`);
  const failures = await examine(values.backup ?? null);
  console.log(failures === 0 ? '\nNothing stands against it.' : `\nTo be corrected first: ${failures}.`);
  return failures === 0 ? 0 : 1;
});

/** @returns how many checks failed */
async function examine(backup: string | null): Promise<number> {
  try {
    const {
      config: { database },
      warnings,
    } = loadConfig();
    const question = { database, backup, warnings, now: new Date() };
    const { checks, close } = upgradeChecks(question);
    try {
      return await runChecks(checks, say);
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    say('settings', failed(error.problems.join('; '), 'Correct that, and run this again.'));
    return 1;
  }
}

function say(name: string, finding: Finding): void {
  console.log(doctorLine(name, finding, []));
}
