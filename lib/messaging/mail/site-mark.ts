/** The site's mark in a square of 32 units, with colours that mails and paper can show. */
export const MARK = {
  tiles:
    'M4 2h5.5v7.5H2V4a2 2 0 0 1 2-2ZM12 2h8v6l-8 1.5ZM22.5 2H28a2 2 0 0 1 2 2v5.5l-7.5-1.5ZM2 12l7.5.5V20L2 21ZM22.5 11l7.5 1v8l-7.5 1ZM2 23.5l7.5-1V30H4a2 2 0 0 1-2-2ZM12 23l8 .5V30h-8ZM22.5 23.5l7.5-1V28a2 2 0 0 1-2 2h-5.5Z',
  own: 'M12 12l8-1.5v10l-8-.5Z',
} as const;

/** Heads what an organisation has not put its name to. */
export const PRODUCT = 'Tessera';

/** Those of the site's pages (app/globals.css): light, then dark. */
export const COLOURS = {
  page: ['#f3f6f7', '#0f171c'],
  surface: ['#ffffff', '#18232a'],
  ink: ['#13232c', '#e9eff2'],
  inkSoft: ['#4b5b65', '#a9b8c0'],
  line: ['#d6dee2', '#2d3c45'],
  accent: ['#0a5960', '#74c9c7'],
  onAccent: ['#ffffff', '#04201f'],
  tile: ['#b96a12', '#ecb25f'],
} as const;
