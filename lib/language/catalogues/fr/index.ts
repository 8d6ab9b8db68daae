import phone from './phone.json' with { type: 'json' };
import { site } from './site';
import { staff } from './staff';

export const french = { ...site, ...staff, ...phone };
