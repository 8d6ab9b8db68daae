import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { LARGEST_KEPT_LOGO, type LogoReader } from './logo';
import type { Logo } from './organisation';
import { accept, refuse, type Result } from '../../shared/result';

/** Keeps the pixels alone: what else a file holds, such as where a photograph was taken, is left behind. */
export class PngLogoReader implements LogoReader {
  async read(file: Uint8Array): Promise<Result<Logo, 'logo-unreadable' | 'logo-too-large'>> {
    const picture = decoded(file);
    if (picture === null) return refuse('logo-unreadable');
    const { width, height } = picture;
    const png = new Uint8Array(PNG.sync.write(picture, { deflateLevel: 9 }));
    if (png.byteLength > LARGEST_KEPT_LOGO) return refuse('logo-too-large');
    return accept({ png, digest: createHash('sha256').update(png).digest('hex'), width, height });
  }
}

function decoded(file: Uint8Array): PNG | null {
  try {
    return PNG.sync.read(Buffer.from(file));
  } catch {
    return null;
  }
}
