import { administration } from './administration';
import { audit } from './audit';
import { helpdesk } from './helpdesk';

export const staff = { ...helpdesk, ...administration, ...audit };
