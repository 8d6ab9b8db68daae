import { isUtf8 } from 'node:buffer';
import { deflateRuns } from '../../../wire/image/renderers/qr-renderers';
import { palettePng } from '../../../wire/image/colour/palette-png';
import { qrMatrix } from '../../../wire/image/qr-matrix';
import type { Reply } from '../../faults/reply';
import { cloudFailure } from './cloud-failure';
import type { Endpoint } from './endpoint';

/** Largest message of a dynamic Cronto image, in hexadecimal digits (OneSpan §8.1). */
const MAXIMUM_DIGITS = 1_070;

/**
 * `GET visualcodes/render` (OneSpan §5.1). Paints a QR code of the message's bytes as text, or of the message if they
 * are none, whichever format is requested, because only the vendor can make a Cronto image.
 */
export const renderVisualCode: Endpoint = {
  method: 'GET',
  path: 'visualcodes/render',
  async answer(_server, { query, headers }): Promise<Reply> {
    const [format, message] = [query.get('format'), query.get('message') ?? ''];
    if (format !== 'CRONTO' && format !== 'QR') return cloudFailure(400, 'format is invalid');
    if (!/^(?:[0-9A-Fa-f]{2})+$/.test(message)) return cloudFailure(400, 'Cronto image size not even.');
    if (message.length > MAXIMUM_DIGITS) return cloudFailure(400, 'Cronto image size too large.');
    if (headers.accept !== 'image/png') return cloudFailure(406, 'Not acceptable');
    const bytes = Buffer.from(message, 'hex');
    const body = palettePng(qrMatrix(isUtf8(bytes) ? bytes.toString() : message.toUpperCase()), 6, deflateRuns);
    return { status: 200, headers: { 'content-type': 'image/png' }, body };
  },
};
