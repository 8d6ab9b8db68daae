import type { Browser } from '@playwright/test';
import type { ColourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { svgPaths } from '@/lib/wire/image/svg-paths';
import { pictureFromPng } from '../support/images/picture-from-png';
import type { Shot } from './distort';

/** How a page shows an image, in the words of the browser's own options. */
export const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

export type Theme = keyof typeof THEMES;

const VIEWPORT = { width: 1_000, height: 900 };

/** Shows an image in a real browser, on a page with headings, text and buttons around it, and takes a screenshot. */
export async function takeShot(browser: Browser, matrix: ColourMatrix, side: number, theme: Theme): Promise<Shot> {
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1, ...THEMES[theme] });
  try {
    const page = await context.newPage();
    await page.setContent(pageWith(matrix, side));
    const box = await page.locator('svg').boundingBox();
    if (!box) throw new Error('the page shows no image');
    return { picture: pictureFromPng(await page.screenshot()), left: box.x, top: box.y, side: box.width };
  } finally {
    await context.close();
  }
}

function pageWith(matrix: ColourMatrix, side: number): string {
  const { size, paths } = svgPaths(matrix);
  const drawing = paths.map(({ fill, path }) => `<path fill="${fill}" d="${path}"/>`).join('');
  const text = 'Open the app on the phone that you want to activate, scan the image and choose a PIN. ';
  return `<!doctype html><meta charset="utf-8"><style>
    :root { color-scheme: light dark; }
    body { margin: 0; font: 16px/1.5 sans-serif; background: light-dark(#f3f6f7, #0f171c); }
    header { padding: 16px 32px; background: light-dark(#0a5960, #18232a); color: #fff; }
    main { display: flex; gap: 24px; margin: 32px; padding: 24px; border-radius: 14px; border: 1px solid light-dark(#d6dee2, #2d3c45); background: light-dark(#fff, #18232a); }
    svg { flex: none; width: ${side}px; height: ${side}px; background: #fff; color-scheme: light; forced-color-adjust: none; }
  </style><header>Activation</header><main><div><h1>Scan the image</h1><p>${text}</p><button>Cancel activation</button></div>
  <svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${drawing}</svg><p>${text.repeat(4)}</p></main><p>${text.repeat(12)}</p>`;
}
