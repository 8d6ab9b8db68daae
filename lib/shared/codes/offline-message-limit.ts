import type { PayloadRefusal } from './activation-payload';
import { accept, refuse, type Result } from '../result';

/** In hexadecimal digits: the capacity of the vendor's colour image, 512 bytes (OneSpan §1.2). */
export const MAXIMUM_OFFLINE_MESSAGE_LENGTH = 1_024;

/**
 * Whether a text is from an image of an offline activation; texts of online ones always contain semicolons (OneSpan
 * §1.1).
 */
export function isOfflineMessage(text: string): boolean {
  return /^(?:[0-9A-F]{2})+$/.test(text);
}

/** Whether a message fits an image: a gateway's offline messages may be longer (OneSpan §5.2). */
export function checkOfflineMessage(message: string): Result<string, PayloadRefusal> {
  if (!isOfflineMessage(message)) return refuse('value-not-representable');
  return message.length <= MAXIMUM_OFFLINE_MESSAGE_LENGTH ? accept(message) : refuse('payload-too-long');
}
