import { perNetwork } from '../../accounts/sign-in/limits';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from './invitation-ports';
import type { LinkToken } from './invitation-link';
import { tokenOfCode, parseLetterCode } from '../../shared/codes/letter-code';

export type LetterCodeRefusal = 'mistyped-code' | 'too-many-attempts';

/** The token that a typed code stands for. Says nothing about whether an invitation has it: opening the link does. */
export async function findLinkByLetterCode(
  { rateLimiter }: Pick<OpenPorts, 'rateLimiter'>,
  input: string,
  origin: RequestOrigin,
): Promise<Result<LinkToken, LetterCodeRefusal>> {
  if (await rateLimiter.take(perNetwork('link', origin))) return refuse('too-many-attempts');
  const code = parseLetterCode(input);
  return code ? accept((await tokenOfCode(code)) as LinkToken) : refuse('mistyped-code');
}
