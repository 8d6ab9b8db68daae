import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Picture } from '@/lib/wire/image/picture';
import type { Reader } from './readers';

/*
 * Readers that are programs of the system: `zbar-tools` and `python3-opencv` of Debian. Cameras of phones are built on
 * neither, but share no code with each other or with the three in `readers.ts`.
 */

export const NATIVE_READERS: Readonly<Record<string, () => Reader>> = {
  zbar: () => ({ name: 'zbar', read: readWithZbar }),
  opencv: () => ({ name: 'opencv', read: opencvReader() }),
};

function readWithZbar(picture: Picture): string | null {
  const { width, height } = picture;
  const input = Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), greyOf(picture)]);
  const { error, stdout, status } = spawnSync('zbarimg', ['--quiet', '--raw', '--nodbus', 'pgm:-'], { input });
  if (error) throw error;
  return status === 0 ? stdout.toString().replace(/\n$/, '') : null;
}

/** One process for all pictures, since loading the library takes longer than reading. */
function opencvReader(): Reader['read'] {
  const child = spawn('/usr/bin/python3', ['tests/lab/opencv-reader.py'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.unref();
  return async (picture) => {
    child.stdin.write(`${picture.width} ${picture.height}\n`);
    child.stdin.write(greyOf(picture));
    const line = await lines.next();
    if (line.done) throw new Error('the OpenCV reader has ended; is python3-opencv installed?');
    return line.value || null;
  };
}

/** As most readers weigh the colours. */
function greyOf({ width, height, data }: Picture): Buffer {
  const grey = Buffer.alloc(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 4;
    grey[pixel] = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
  }
  return grey;
}
