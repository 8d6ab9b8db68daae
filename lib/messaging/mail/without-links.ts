import type { Fact, MailAction, MailBody, Voice } from '../mail-kinds/define-mail';
import { TYPE_HINT } from './frame-texts';

/**
 * The same mail for sites whose mails contain no links, so that people learn to follow none: each action is an address to
 * type, and a code where the address alone is not enough.
 */
export function withoutLinks(body: MailBody, { say }: Pick<Voice, 'say'>): MailBody {
  const { action, otherAction, facts, closing, ...rest } = body;
  const actions = [action, otherAction].filter((one) => one !== null);
  if (actions.length === 0) return body;
  return {
    ...rest,
    facts: [...facts, ...actions.flatMap(typedFacts)],
    action: null,
    otherAction: null,
    closing: [say(TYPE_HINT), ...closing],
  };
}

/** The word is the same in every language of the mails. */
const CODE = 'Code';

function typedFacts({ label, url }: MailAction): Fact[] {
  const [address = '', code] = url.split('#');
  return [[label, plainAddress(address)], ...(code === undefined ? [] : [[CODE, code] as const])];
}

/** An address as people type it: without its scheme, by which mail programs make links. */
export function plainAddress(url: string): string {
  return url.replace(/^[a-z][a-z+.-]*:\/\//i, '');
}
