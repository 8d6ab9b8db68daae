import { hexFromBytes, utf8 } from '../shared/bytes';

/** What asks a renderer for a Cronto image: `format=CRONTO&message=<hex>` (contract §5.1). */
export function crontoQuery(payload: string): { format: 'CRONTO'; message: string } {
  return { format: 'CRONTO', message: hexFromBytes(utf8(payload)) };
}
