import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { secretsForServer } from '../../config/sections/data-settings';
import { isOutside, readSettings } from '../../config/environment/read-environment';
import { ConfigurationError, fileProblem } from '../../config/configuration-error';
import { generateSecrets } from '../../config/data-directory/stored-secrets';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '../../accounts/users/user';
import { parseMailAddress } from '../../shared/mail-address';
import { calledAs } from '../called-as.mjs';
import { HELP_OPTION } from '../run-command';
import { isSecret } from '../../config/environment/environment-schema';
import { isGiven, VARIABLE_NAMES } from '../../config/environment/setting-files';
import { collectAnswers, type Interview } from './collect-answers';
import { QUESTIONS, type Answers } from './questions';
import { writeSettingsFile } from './settings-file';

const flags = QUESTIONS.flatMap(({ flag, words }) => (flag === null ? [] : [{ flag, words }]));
const COLUMN = 30;
const line = (option: string, words: string) => `  ${option.padEnd(COLUMN)}${words}`;

const USAGE = `Asks what a site needs, writes it into a settings file, tries it, and adds the first administrator.

  ${calledAs('init')} [--url https://id.example.org] [--administrator ada] ...

What an option or the environment says is not asked. Where nobody can be asked, the rest keeps its default.

${line('--file FILE', 'the settings file, which must not be there yet (default: .env)')}
${flags.map(({ flag, words }) => line(`--${flag} …`, words)).join('\n')}
${line('--administrator USER-ID', 'the first administrator, whose password is typed, or the first line of standard input')}
${line('--administrator-mail ADDRESS', 'where that person gets mail')}
${line('--set NAME=VALUE', 'any other setting; more than once for more')}

No secret is an option, because the list of processes shows options. Type it, set it in the environment, or name the file that
holds it: --set DATABASE_URL_FILE=/run/secrets/database-url. With DATABASE_MIGRATION_URL in the environment the tables are made by
its user; it is not written. With a PostgreSQL database the keys of the site are made here and stand in the settings file.

The exit code is 1 when something has to be corrected.`;

/** What is done with the settings once they are in the environment. */
export type Site = {
  /** Tries them. @returns the exit code of the doctor */
  examine: () => Promise<0 | 1>;
  /** Adds an account. @returns what to say */
  addAdministrator: (
    account: { userId: string; mail: string[] },
    password: string,
  ) => Promise<{ ok: boolean; said: string }>;
};

/** @property interview null where nobody can be asked @property password of the account, asked for once at most */
export type Surroundings = {
  environment: Record<string, string | undefined>;
  interview: Interview | null;
  password: () => Promise<string>;
  say: (words: string) => void;
  complain: (words: string) => void;
};

/** Sets a site up, as the arguments say. @returns the exit code */
export async function runInit(args: string[], surroundings: Surroundings, site: Site): Promise<0 | 1> {
  const { environment, interview, say, complain } = surroundings;
  const { values } = parse(args);
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const file = values.file ?? '.env';
  if (existsSync(file)) return refuse(complain, [`${file} is there already: move it away, or name another by --file`]);
  const options = settingsOf(values);
  if (options.problems.length > 0) return refuse(complain, options.problems);
  const collected = await collectAnswers({ ...settingsIn(environment), ...options.settings }, interview);
  const administrator = await nameAdministrator(values, collected.answers, interview);
  const answers = { ...collected.answers, ...administrator.settings };
  const problems = [...collected.problems, ...administrator.problems];
  if (problems.length > 0) return refuse(complain, problems);
  const all = { ...answers, ...missingSecrets(answers) };
  const wrong = problemsTogether(all);
  if (wrong.length > 0) return refuse(complain, wrong);
  try {
    writeSettingsFile(file, all);
  } catch (error) {
    const words = fileProblem(error);
    if (words === null) throw error;
    return refuse(complain, [`${file} cannot be written: ${words}, or name another file by --file`]);
  }
  say(`\nWritten: ${file}, for its owner alone.\n`);
  Object.assign(environment, all);
  if ((await site.examine()) === 1) {
    complain(`Correct that in ${file}, and try it again: ${commandOf('doctor')}`);
    return 1;
  }
  const { account } = administrator;
  if (account) {
    const { ok, said } = await site.addAdministrator(account, await surroundings.password());
    (ok ? say : complain)(`\n${said}`);
    if (!ok) {
      complain(
        `${file} stays as it is. Add the account by: ${calledAs('user')} add ${account.userId} --role user --role administrator`,
      );
      return 1;
    }
  }
  say(nextSteps(file, all, administrator.userId));
  return 0;
}

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      ...Object.fromEntries(flags.map(({ flag }) => [flag, { type: 'string' } as const])),
      file: { type: 'string' },
      administrator: { type: 'string' },
      'administrator-mail': { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      ...HELP_OPTION,
    },
  });
}

type Typed = ReturnType<typeof parse>['values'];

function refuse(complain: (words: string) => void, problems: readonly string[]): 1 {
  complain(`Nothing was written. Please correct:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  return 1;
}

/** Settings by the options that stand for them. */
function settingsOf(values: Typed): { settings: Answers; problems: string[] } {
  const typed = values as Readonly<Record<string, unknown>>;
  const settings: Record<string, string> = {};
  const problems: string[] = [];
  for (const { name, flag } of QUESTIONS) {
    const value = flag === null ? undefined : typed[flag];
    if (typeof value === 'string') settings[name] = value;
  }
  for (const pair of values.set) {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/s.exec(pair) ?? [];
    if (!VARIABLE_NAMES.includes(name)) problems.push(`--set needs NAME=VALUE with the name of a setting`);
    else if (isSecret(name))
      problems.push(`${name} is no option, because it is secret: name the file that holds it as ${name}_FILE`);
    else settings[name] = value;
  }
  return { settings, problems };
}

/** Those of the environment that make a site; the owner of the tables is not for the site to know. */
function settingsIn(environment: Surroundings['environment']): Record<string, string | undefined> {
  const { DATABASE_MIGRATION_URL: _owner, DATABASE_MIGRATION_URL_FILE: _ownersFile, ...others } = environment;
  return others;
}

type Administrator = {
  userId: string | null;
  /** To be added here; null where accounts are elsewhere, or for nobody. */
  account: { userId: string; mail: string[] } | null;
  settings: Answers;
  problems: string[];
};

async function nameAdministrator(values: Typed, answers: Answers, interview: Interview | null): Promise<Administrator> {
  const ask = async (words: string) => (await interview?.ask(words, false))?.trim() ?? '';
  const isElsewhere = answers['GATEWAY'] === 'onespan-server';
  const nobody: Administrator = { userId: null, account: null, settings: {}, problems: [] };
  if (isElsewhere && (answers['TESSERA_STAFF'] ?? '') !== '') return nobody;
  if ((answers['TESSERA_OIDC_ROLES_CLAIM'] ?? '') !== '') return nobody;
  const typed = values.administrator ?? (await ask('User ID of the first administrator (Enter for none yet): '));
  if (typed === '') return nobody;
  const userId = normalizeUserId(typed);
  if (userId === '' || userId.length > MAXIMUM_USER_ID_LENGTH || /[\s',]/.test(userId))
    return { ...nobody, problems: ['--administrator needs a user ID'] };
  if (isElsewhere) return { ...nobody, userId, settings: { TESSERA_STAFF: `administrator:${userId}` } };
  const mail = values['administrator-mail'] ?? (await ask('Email address of that person (Enter for none): '));
  if (mail !== '' && parseMailAddress(mail) === null)
    return { ...nobody, problems: ['--administrator-mail needs an email address'] };
  return { ...nobody, userId, account: { userId, mail: mail === '' ? [] : [mail] } };
}

/** What a database server does not bring along, and nobody gave. */
function missingSecrets(answers: Answers): Answers {
  if (!isGiven(answers, 'DATABASE_URL')) return {};
  const missing = secretsForServer(isOutside(answers['GATEWAY'])).filter((name) => !isGiven(answers, name));
  const secrets = generateSecrets();
  return Object.fromEntries(missing.map((name) => [name, secrets[name]]));
}

/** What only shows when all settings are read, as at a start. */
function problemsTogether(answers: Answers): readonly string[] {
  try {
    readSettings(answers);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

function nextSteps(file: string, answers: Answers, administrator: string | null): string {
  const place = answers['TESSERA_URL'] ?? '';
  const who = administrator === null ? '' : ` as ${administrator}`;
  const steps = [
    ...(file === '.env'
      ? []
      : [`Give the settings to the site: as .env in its working directory, or as EnvironmentFile= of its service.`]),
    `Start the site: ${commandOf('start')}`,
    `Sign in at ${place}${who}. “Set up this site” leads through the first day, and “Status” lists what is still open.`,
  ];
  return `\nNext:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`;
}

/** How a program is called without arguments. */
function commandOf(program: string): string {
  return calledAs(program).replace(/ --$/, '');
}
