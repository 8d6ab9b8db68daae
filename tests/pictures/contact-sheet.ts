import sharp from 'sharp';
import { escapeMarkup } from '@/lib/shared/text/escape-markup';

/** A row of a sheet: what it shows, and a picture for each column; null where there is none. */
export type Row = { title: string; pictures: readonly (Buffer | null)[] };

const GAP = 16;
const TITLE = 28;
/** Of a cell, in pixels: pictures are fitted into it, and long pages cut. */
const HEIGHT = 460;

/** Lays pictures out below each other. @param widths of the columns, in pixels @returns a PNG */
export async function contactSheet(rows: readonly Row[], widths: readonly number[]): Promise<Buffer> {
  const width = widths.reduce((sum, one) => sum + one + GAP, GAP);
  const height = rows.length * (HEIGHT + TITLE + GAP) + GAP;
  const layers = await Promise.all(
    rows.map(async ({ title, pictures }, index) => {
      const top = GAP + index * (HEIGHT + TITLE + GAP);
      const cells = await Promise.all(
        pictures.map(async (picture, column) => {
          const left = widths.slice(0, column).reduce((sum, one) => sum + one + GAP, GAP);
          return picture ? [{ input: await fit(picture, widths[column] ?? 0), left, top: top + TITLE }] : [];
        }),
      );
      return [{ input: titleSvg(title, width), left: GAP, top }, ...cells.flat()];
    }),
  );
  const canvas = sharp({ create: { width, height, channels: 3, background: '#8a949a' }, limitInputPixels: false });
  return canvas.composite(layers.flat()).png({ compressionLevel: 9, palette: true }).toBuffer();
}

async function fit(picture: Buffer, width: number): Promise<Buffer> {
  const resized = sharp(await sharp(picture).resize({ width }).png().toBuffer());
  const { height } = await resized.metadata();
  return resized.extract({ left: 0, top: 0, width, height: Math.min(height, HEIGHT) }).toBuffer();
}

function titleSvg(title: string, width: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width - 2 * GAP}" height="${TITLE}"><text y="20" font-family="sans-serif" font-size="17" font-weight="bold" fill="#fff">${escapeMarkup(title)}</text></svg>`,
  );
}
