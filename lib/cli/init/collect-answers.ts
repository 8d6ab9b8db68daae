import type { z } from 'zod';
import { environmentSchema, isSecret } from '../../config/environment/environment-schema';
import { isGiven, VARIABLE_NAMES } from '../../config/environment/setting-files';
import { QUESTIONS, type Answers, type Question } from './questions';
import { isWritable } from './settings-file';

/**
 * Where the questions are asked; null where nobody can answer.
 * @property ask returns what was typed, without its line's end
 */
export type Interview = {
  ask: (words: string, isHidden: boolean) => Promise<string>;
  complain: (words: string) => void;
};

type Given = Readonly<Record<string, string | undefined>>;

const SCHEMAS: Readonly<Record<string, z.ZodType | undefined>> = environmentSchema.shape;

/** What an answer that was typed wrongly is followed by. */
const TRIES = 5;

/**
 * What the site needs, of what was given before or is asked now.
 * @param given by options and by the environment; those of no setting are left out
 * @returns the answers, and what is wrong, in words without a value
 */
export async function collectAnswers(
  given: Given,
  interview: Interview | null,
): Promise<{ answers: Answers; problems: string[] }> {
  const answers: Record<string, string> = {};
  const problems: string[] = [];
  const keep = (name: string, value: string) => {
    const problem = problemOf(name, value);
    if (problem === null) answers[name] = value;
    else problems.push(`${name} ${problem}`);
  };
  for (const name of VARIABLE_NAMES) if ((given[name] ?? '') !== '') keep(name, given[name] ?? '');
  for (const question of QUESTIONS) {
    const { name, isAsked, suggest } = question;
    if (isGiven(given, name) || !isAsked(answers)) continue;
    const suggestion = suggest(answers);
    const answer = interview ? await answerTo(question, suggestion, interview) : suggestion;
    if (answer === null) problems.push(missing(question));
    else if (answer !== '') keep(name, answer);
  }
  return { answers, problems };
}

/** Why a value cannot be that setting's, in words that follow its name; null if it can. */
export function problemOf(name: string, value: string): string | null {
  if (!isWritable(value))
    return `has a quotation mark or a line's end: put it into a file, and name that as ${name}_FILE`;
  const parsed = SCHEMAS[name]?.safeParse(value);
  return parsed === undefined || parsed.success ? null : parsed.error.issues.map(({ message }) => message).join('; ');
}

async function answerTo(
  { name, words }: Question,
  suggestion: string | null,
  { ask, complain }: Interview,
): Promise<string | null> {
  const offer = suggestion === null || suggestion === '' ? '' : ` [${suggestion}]`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const typed = (await ask(`${words}${offer}: `, isSecret(name))).trim();
    const answer = typed === '' ? suggestion : typed;
    const problem = answer === null ? 'is needed' : answer === '' ? null : problemOf(name, answer);
    if (problem === null) return answer;
    complain(`That ${problem}.`);
  }
  return null;
}

function missing({ name, flag }: Question): string {
  return flag === null
    ? `${name} is needed: set it, or name the file that holds it by ${name}_FILE`
    : `--${flag} is needed`;
}
