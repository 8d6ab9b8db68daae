import mail from './mail.json' with { type: 'json' };
import phone from './phone.json' with { type: 'json' };
import { site } from './site';
import { staff } from './staff';

export const french = { ...site, ...staff, ...phone, ...mail };
