import { setTimeout as delay } from 'node:timers/promises';
import { PNG } from 'pngjs';
import { readActivationLink } from '../../phone/scanning/classify-code';
import { findCode } from '../../phone/scanning/find-code';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import type { CodeSource } from '../../phone/site/judge-image';
import { separateTicket } from '../../shared/codes/app-link';
import { SECOND } from '../../shared/time/duration';
import { acceptedBy, PhoneRefused } from './phone-refused';

/** What can be photographed: a page or an element of Playwright's, or of any library with such a call. */
export type Screen = { screenshot: () => Promise<Uint8Array> };

/**
 * An image for the phone: a screen, a picture of one as a PNG, the link of an activation page (also as its `href` has
 * it, without a host), or the payload of an image.
 */
export type Shown = Screen | Uint8Array | string;

/** How long a phone is held before a screen until it can read an image. */
const PATIENCE_MS = 10 * SECOND;

/** @throws PhoneRefused when there is no image that `isWanted`; on a screen, within 10 seconds */
export async function readShown(
  picture: Shown,
  isWanted: (text: string) => boolean,
  photograph: (screen: Screen) => Promise<Uint8Array>,
): Promise<{ code: ScannedCode; source: CodeSource }> {
  if (typeof picture === 'string') return readText(picture);
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const code = findCode(
      PNG.sync.read(Buffer.from(picture instanceof Uint8Array ? picture : await photograph(picture))),
    );
    if (code && isWanted(code.text)) return { code, source: 'image' };
    if (picture instanceof Uint8Array || performance.now() > until)
      throw new PhoneRefused(code ? 'unknown-code' : 'no-code-in-image');
    await delay(50);
  }
}

function readText(text: string): { code: ScannedCode; source: CodeSource } {
  if (!URL.canParse(text) && !text.startsWith('/')) return { code: { text, signature: null }, source: 'typed' };
  // Its ticket is for the app in the browser that made the link.
  const { payload } = separateTicket(acceptedBy(readActivationLink(text)));
  return { code: { text: payload, signature: null }, source: 'link' };
}
