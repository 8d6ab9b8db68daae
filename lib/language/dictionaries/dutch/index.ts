import { phoneApp } from './phone-app';
import { site } from './site';
import { staff } from './staff';

export const dutch = { ...site, ...staff, ...phoneApp };
