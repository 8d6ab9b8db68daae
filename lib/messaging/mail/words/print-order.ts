import type { WritePrintOrder } from '../mail-words';

/** English, the site's default: whoever prints need not know the reader's language. */
export const PRINT_ORDER: WritePrintOrder = ({ displayName, userId, validUntil }, time) => ({
  subject: 'Please print and hand over this letter',
  paragraphs: [
    'The attached letter leads one person to a page where they activate a device.',
    'Print it, put it into an envelope without reading it, seal the envelope, and send or hand it to this person only. Then delete this email.',
  ],
  facts: [
    ['For', displayName],
    ['User ID', userId],
    ['Valid until', time(validUntil)],
  ],
  action: null,
  closing: ['The letter is useless after that. If it is still here, shred it.'],
});
