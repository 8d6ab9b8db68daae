import { hexFromBytes, utf8 } from '../../shared/bytes';
import { isOfflineMessage } from '../../shared/codes/offline-message-limit';

/**
 * What asks a renderer for a Cronto image: `format=CRONTO&message=<hex>` (OneSpan §5.1). What is hexadecimal already, the
 * message of an offline activation, goes as it is (OneSpan §5.3, seen in a public client).
 */
export function crontoQuery(payload: string): { format: 'CRONTO'; message: string } {
  return { format: 'CRONTO', message: isOfflineMessage(payload) ? payload : hexFromBytes(utf8(payload)) };
}
