import type { AccentColours } from '@/lib/shared/organisation-look';

/** The accents of `app/globals.css`. */
export const PRODUCT_COLOURS: AccentColours = { light: '#0a5960', dark: '#74c9c7' };
