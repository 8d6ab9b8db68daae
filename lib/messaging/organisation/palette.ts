/** Where a colour is used: screens are light or dark, and paper is light. */
export type Scheme = 'light' | 'dark';

/** What stands around an accent: `app/globals.css`, which a test compares. */
export const GROUNDS = {
  light: { page: '#f3f6f7', surface: '#ffffff', ink: '#13232c', focus: '#1d5fc4' },
  dark: { page: '#0f171c', surface: '#18232a', ink: '#e9eff2', focus: '#8fbcff' },
} as const satisfies Record<Scheme, Record<string, string>>;

/** The colours that follow from an accent. */
export type Palette = { accent: string; hover: string; onAccent: string; soft: string };

/** Shares of a mixture: towards the scheme's far end under the pointer, and of the accent in a tinted ground. */
const HOVER = 0.22;
const SOFT = { light: 0.1, dark: 0.14 };
const FAR_END = { light: '#000000', dark: '#ffffff' };
const ON_ACCENT = { light: '#ffffff', dark: '#04140f' };

export function paletteOf(scheme: Scheme, accent: string): Palette {
  return {
    accent,
    hover: mixed(accent, FAR_END[scheme], HOVER),
    onAccent: ON_ACCENT[scheme],
    soft: mixed(GROUNDS[scheme].surface, accent, SOFT[scheme]),
  };
}

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for the focus ring. */
const TEXT = 4.5;
const SHAPE = 3;

/** The least of what an accent has to reach, as a contrast ratio to 1. */
export const NEEDED_CONTRAST = TEXT;

/** The lowest contrast of text in the accent, or upon it. */
export function textContrast(scheme: Scheme, accent: string): number {
  const { page, surface } = GROUNDS[scheme];
  const { hover, onAccent, soft } = paletteOf(scheme, accent);
  const pairs = [
    ...[page, surface, soft].map((ground) => [accent, ground] as const),
    ...[accent, hover].map((ground) => [onAccent, ground] as const),
  ];
  return Math.min(...pairs.map(([ink, ground]) => contrast(ink, ground)));
}

/** Whether text can be read, and the focus ring be seen, wherever the accent is used. */
export function isReadable(scheme: Scheme, accent: string): boolean {
  const { ink, focus } = GROUNDS[scheme];
  const { soft } = paletteOf(scheme, accent);
  return textContrast(scheme, accent) >= TEXT && contrast(ink, soft) >= TEXT && contrast(focus, soft) >= SHAPE;
}

/** The nearest colour of the same hue that can be read: darker on light pages, lighter on dark ones. */
export function readableLike(scheme: Scheme, accent: string): string {
  for (let percent = 0; percent < 100; percent += 1) {
    const candidate = mixed(accent, FAR_END[scheme], percent / 100);
    if (isReadable(scheme, candidate)) return candidate;
  }
  return FAR_END[scheme];
}

/** @returns `#rrggbb` in lower case; null for what is no such colour */
export function parseColour(text: string): string | null {
  const colour = text.trim().toLowerCase();
  return /^#[0-9a-f]{6}$/.test(colour) ? colour : null;
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance": 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param share of `other`, 0 to 1 */
function mixed(one: string, other: string, share: number): string {
  const others = channels(other);
  const parts = channels(one).map((channel, index) =>
    Math.round(channel * (1 - share) + (others[index] ?? 0) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
