import { base64UrlFromBytes } from '../shared/bytes';
import { formatLetterCode, generateLetterCode, tokenOfCode } from '../shared/codes/letter-code';
import type { Random } from '../shared/random';

/**
 * @property publicUrl of this site, without a slash at the end
 * @property mailLinks whether mails may contain links
 */
export type LinkSettings = { publicUrl: string; mailLinks: boolean };

/** Pages that a secret link opens. Each has a page below it, `code`, that takes a typed code instead. */
type LinkedPage = '/invitation' | '/not-me' | '/sign-in/first-password';

/**
 * A secret way to a page, for a mail. Without links it is the address of the page that takes a code, with the code behind
 * a `#`, which `withoutLinks` takes apart; the code stands for the token.
 * @returns the token, 256 bits in base64url, of which only the hash is stored
 */
export async function makeMailLink(
  { random, settings }: { random: Random; settings: LinkSettings },
  page: LinkedPage,
): Promise<{ token: string; url: string }> {
  const address = `${settings.publicUrl}${page}`;
  if (settings.mailLinks) {
    const token = base64UrlFromBytes(random.bytes(32));
    return { token, url: `${address}#${token}` };
  }
  const code = generateLetterCode(random);
  return { token: await tokenOfCode(code), url: `${address}/code#${formatLetterCode(code)}` };
}
