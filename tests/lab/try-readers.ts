import { verifySeal } from '@/lib/image/colour/image-seal';
import { readSeal } from '@/lib/image/reading/read-seal';
import { locateCode } from '@/lib/image/reading/locate-code';
import type { Condition } from './conditions';
import { distort, type Shot } from './distort';
import type { Sample } from './issue-sample';
import { READERS, TIME_LIMIT } from './readers';
import { seededRandom } from './seeded-random';

/** How often a picture was read. */
export type Reading = {
  /** By the name of the reader, exact payloads. */
  texts: Record<string, number>;
  /** Seals that were read and verified. */
  seals: number;
  /** Texts that are not the payload, and seals that were read and not verified. */
  wrong: number;
};

/** Takes some pictures of an image under one condition and gives each to every reader. */
export async function tryReaders(
  shot: Shot,
  condition: Condition,
  samples: number,
  { payload, origin, keys }: Pick<Sample, 'payload' | 'origin' | 'keys'>,
): Promise<Reading> {
  const reading: Reading = { texts: {}, seals: 0, wrong: 0 };
  for (let number = 0; number < samples; number++) {
    const random = seededRandom(`${condition.name} ${number}`);
    const picture = await distort(shot, condition.distort(random), random);
    for (const { name, read } of READERS) {
      const text = await read(picture);
      if (text === payload) reading.texts[name] = (reading.texts[name] ?? 0) + 1;
      else if (text !== null) reading.wrong++;
    }
    const sighting = locateCode(picture, { timeLimit: TIME_LIMIT });
    const seal = sighting && readSeal(picture, sighting);
    if (!seal) continue;
    if (await verifySeal(seal, { payload, origin, publicKey: keys.publicKey })) reading.seals++;
    else reading.wrong++;
  }
  return reading;
}
