/*
 * How many images one process makes in a second, each with a payload of its own: matrix, signature and painting together, side
 * by side with what the `qrcode` package paints by itself; and how long reading a signature takes in a camera's frame.
 */
import { loadavg } from 'node:os';
import { toBuffer, toString } from 'qrcode';
import { deflateRuns } from '@/lib/wire/image/renderers/qr-renderers';
import { colourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { signImage } from '@/lib/wire/image/colour/image-signature';
import { palettePng } from '@/lib/wire/image/colour/palette-png';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { readImageSignature } from '@/lib/wire/image/reading/read-signature';
import { locateCode } from '@/lib/wire/image/reading/locate-code';
import { svgPaths, type SvgPaths } from '@/lib/wire/image/svg-paths';
import { systemRandom } from '@/lib/shared/random';
import { hexFromBytes } from '@/lib/shared/bytes';
import { CONDITIONS } from '../lab/conditions';
import { distort } from '../lab/distort';
import { issueSample, KEY_ID, ORIGIN } from '../lab/issue-sample';
import { paintShot } from '../lab/paint-shot';
import { seededRandom } from '../lab/seeded-random';
import { percentile } from '../support/percentile';

const SECOND = 1_000;
const REPETITIONS = 3;
const PIXELS_PER_MODULE = 8;
const FRAMES = 30;

const { keys, colour, plain } = await issueSample();

function payload(): string {
  return `01;01;jane.doe;mydomain.com;${hexFromBytes(systemRandom.bytes(4))};${hexFromBytes(systemRandom.bytes(4))};ABCDEFGHIJKLMNOP`;
}

async function signed(text: string): ReturnType<typeof signImage> {
  return signImage({ payload: text, origin: ORIGIN, keyId: KEY_ID, issuedAt: 1_795_600_000 }, keys.privateKey);
}

function svg({ size, paths }: SvgPaths): string {
  const drawing = paths.map(({ fill, path }) => `<path fill="${fill}" d="${path}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${drawing}</svg>`;
}

/** Processor time of this process and its threads, in milliseconds: what others do on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Median of three times a second of work. */
async function perSecond(make: (text: string) => unknown): Promise<number> {
  const rates: number[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const start = processorTime();
    let count = 0;
    for (; processorTime() - start < SECOND; count++) await make(payload());
    rates.push((count * SECOND) / (processorTime() - start));
  }
  return percentile(rates, 0.5);
}

const MAKERS: [string, (text: string) => unknown][] = [
  ['matrix alone', (text) => qrMatrix(text)],
  ['SVG, black and white', (text) => svg(svgPaths(qrMatrix(text)))],
  ['SVG, colour, painting alone', () => svg(svgPaths(colour))],
  ['SVG, colour, signed', async (text) => svg(svgPaths(colourMatrix(text, await signed(text))))],
  ['SVG of qrcode', (text) => toString(text, { type: 'svg', errorCorrectionLevel: 'M' })],
  ['PNG, black and white', (text) => palettePng(qrMatrix(text), PIXELS_PER_MODULE, deflateRuns)],
  ['PNG, black and white, painting alone', () => palettePng(plain, PIXELS_PER_MODULE, deflateRuns)],
  [
    'PNG, colour, signed',
    async (text) => palettePng(colourMatrix(text, await signed(text)), PIXELS_PER_MODULE, deflateRuns),
  ],
  ['PNG of qrcode', (text) => toBuffer(text, { errorCorrectionLevel: 'M', scale: PIXELS_PER_MODULE })],
];

console.log(
  `Load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}; payload of ${payload().length} bytes; images in a second of processor time`,
);
for (const [name, make] of MAKERS) {
  await perSecond(make);
  console.log(`  ${name.padEnd(38)} ${(await perSecond(make)).toFixed(0).padStart(6)}`);
}

const condition = CONDITIONS.find(({ name }) => name === 'phone-mid');
for (const [name, matrix] of [
  ['colour', colour],
  ['black and white', plain],
] as const) {
  const shot = paintShot(matrix, PIXELS_PER_MODULE);
  const times: number[] = [];
  for (let frame = 0; frame < FRAMES; frame++) {
    const random = seededRandom(`bench ${frame}`);
    const picture = await distort(shot, condition?.distort(random) ?? {}, random);
    const sighting = locateCode(picture, { timeLimit: SECOND });
    if (!sighting) continue;
    const start = processorTime();
    readImageSignature(picture, sighting);
    times.push(processorTime() - start);
  }
  console.log(
    `Reading the signature of a ${name} image in a frame: median ${percentile(times, 0.5).toFixed(1)} ms of one core, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
  );
}
