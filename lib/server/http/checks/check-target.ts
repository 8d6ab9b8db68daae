import { API_PATH } from '../../../shared/problem-document';
import type { Exchange, Refusal } from '../exchange';

/** In characters: ten times what the site's own pages need. */
const LONGEST_TARGET = 4_096;

const METHODS = ['GET', 'HEAD', 'POST'];
/** Only the API accepts PATCH and DELETE. */
const API_METHODS = [...METHODS, 'PATCH', 'DELETE'];

/** Pages that Next.js generates by itself, and its image scaler: none of them is used. */
const NOT_OURS = /^\/_(?!next\/)|^\/_next\/image/;

const MALFORMED: Refusal = {
  status: 400,
  code: 'malformed-target',
  sentence: 'This address is malformed. Begin it with one slash, and encode special characters as UTF-8.',
};

/** Refuses methods and targets that nothing here answers (RFC 9112 §3.2.1: origin form only). */
export function checkTarget({ request: { method = '', url = '' }, path }: Exchange): Refusal | null {
  const methods = path.startsWith(API_PATH) ? API_METHODS : METHODS;
  if (!methods.includes(method))
    return {
      status: 405,
      code: 'method-not-allowed',
      sentence: `This address answers ${methods.join(', ')} only.`,
      headers: { allow: methods.join(', ') },
    };
  if (url.length > LONGEST_TARGET)
    return { status: 414, code: 'target-too-long', sentence: `An address has at most ${LONGEST_TARGET} characters.` };
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\') || !isDecodable(path)) return MALFORMED;
  if (NOT_OURS.test(path)) return { status: 404, code: 'not-ours', sentence: 'There is nothing here.' };
  return null;
}

function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    return !hasControlCharacter(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
