import { constants, deflateSync } from 'node:zlib';
import type { Deflate } from '../colour/palette-png';

/** Looks for runs of one byte and for nothing else: a quarter of the time, for a picture of 1.6 KB instead of 1.4. */
export const deflateRuns: Deflate = (bytes) => deflateSync(bytes, { strategy: constants.Z_RLE });
