import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { findCode } from '../../phone/scanning/find-code';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import { accept, refuse, type Result } from '../../shared/result';
import { beginsOfflineMessage } from '../../phone/scanning/code-prefixes';
import type { PhoneProblem } from '../../phone/phone-problem';
import { readLine } from '../read-line';

/** Reads an image in a picture. @param path of a PNG @throws Error when there is no such file, or it is no PNG */
export function readImage(path: string): Result<ScannedCode, 'no-code-in-image'> {
  const code = findCode(PNG.sync.read(readFileSync(path)));
  return code ? accept(code) : refuse('no-code-in-image');
}

/** Reads the name of a picture, or an image's text, from standard input. @returns null at its end */
export async function nextImage(): Promise<Result<string, PhoneProblem> | null> {
  const line = await readLine();
  if (line === '') return null;
  if (beginsOfflineMessage(line)) return accept(line);
  try {
    const code = readImage(line);
    return code.ok ? accept(code.value.text) : code;
  } catch {
    return refuse('no-such-file');
  }
}
