import { beginsOfflineMessage } from '../../phone/scanning/code-prefixes';
import { accept, refuse, type Result } from '../../shared/result';
import type { PhoneProblem } from './phone-words';
import { readImage } from './read-image';
import { readLine } from '../read-line';

/** The name of a picture from standard input, or what its image says; null when there is nothing more to read. */
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
