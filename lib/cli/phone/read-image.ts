import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { findCode } from '../../phone/scanning/find-code';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import { accept, refuse, type Result } from '../../shared/result';

/** What an image says in a picture. @param path of a PNG @throws Error when there is no such file, or it is no PNG */
export function readImage(path: string): Result<ScannedCode, 'no-code-in-image'> {
  const code = findCode(PNG.sync.read(readFileSync(path)));
  return code ? accept(code) : refuse('no-code-in-image');
}
