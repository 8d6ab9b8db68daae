import { phone } from './phone';

export const phoneApp = { ...phone };
