import type { Message } from '../../shared/language/t';

/** What stands around the text of every mail. */

/** Precedes links that are spelt out. */
export const LINK_HINT: Message = 'If the button does not work, copy this address into your browser:';
/** The addresses of a mail without links are typed. */
export const TYPE_HINT: Message = 'This email contains no links. Type the address into your browser.';
/** Precedes who helps. */
export const HELP: Message = 'Need help?';
export const FOOTER: Message = 'Sent by the self-service site at {site}. Please don’t reply.';
/** Leads to a page that works signed out. */
export const LOST: Message = 'Lost your phone? {address}';
/** Between the label of a fact and its value, and after the label of an action. */
export const FACT: Message = '{label}: {value}';
export const ACTION: Message = '{label}:';
/** Beside the picture of a letter, and for who cannot scan it. */
export const SCAN_HINT: Message = 'Scan this with your phone’s camera';
export const CODE_HINT: Message = 'or open this page and enter the code';
