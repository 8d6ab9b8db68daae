import { PNG } from 'pngjs';
import type { Picture } from '@/lib/wire/image/picture';

export function pictureFromPng(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, data: new Uint8Array(data) };
}
