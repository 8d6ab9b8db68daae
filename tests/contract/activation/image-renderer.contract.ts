import { expect, it } from 'vitest';
import type { ImageRenderer } from '@/lib/wire/image/image-renderer';
import { MAXIMUM_OFFLINE_MESSAGE_LENGTH } from '@/lib/shared/codes/offline-message-limit';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { readPixels } from '../../support/images/read-pixels';

const PAYLOAD = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd;0123456789ABCDEF';

/** As long as an image may have to say, and no text in UTF-8. */
export const LONGEST_OFFLINE_MESSAGE = 'F1'.padEnd(MAXIMUM_OFFLINE_MESSAGE_LENGTH, '7A0B9C');

/** What every adapter of the port `ImageRenderer` does. */
export function imageRendererContract(open: () => ImageRenderer): void {
  it.each([
    ['an ordinary payload', PAYLOAD],
    ['the shortest', '01;01;a;;b;c'],
    ['the longest', PAYLOAD.padEnd(512, 'x')],
    ['one of several bytes a character', '01;01;jäne.döe;bücher.example;Xk29aLm4;Rt7Qp2Zd'],
    ['the longest of an offline activation', LONGEST_OFFLINE_MESSAGE],
  ])('the renderer paints %s as a square PNG that decodes to it', async (_name, payload) => {
    const png = Buffer.from(await open().render(payload, null));
    const { width, height, at } = readPixels(png);
    expect(width).toBe(height);
    expect(at(1, 1)).toEqual([255, 255, 255]);
    expect(await decodeWithZxing(png)).toBe(payload);
  });
}
