import { verifyImageSignature } from '@/lib/wire/image/colour/image-signature';
import { readImageSignature } from '@/lib/wire/image/reading/read-signature';
import { locateCode } from '@/lib/wire/image/reading/locate-code';
import type { Condition } from './conditions';
import { distort, type Shot } from './distort';
import type { Sample } from './issue-sample';
import { TIME_LIMIT, type Reader } from './readers';
import { seededRandom } from './seeded-random';

/** How often a picture was read. */
export type Reading = {
  /** By the name of the reader, exact payloads. */
  texts: Record<string, number>;
  /** Signatures that were read and verified. */
  signatures: number;
  /** Texts that are not the payload, and signatures that were read and not verified. */
  wrong: number;
};

/** Takes some pictures of an image under one condition and gives each to every reader. */
export async function tryReaders(
  shot: Shot,
  condition: Condition,
  samples: number,
  readers: readonly Reader[],
  { payload, origin, keys }: Pick<Sample, 'payload' | 'origin' | 'keys'>,
): Promise<Reading> {
  const reading: Reading = { texts: {}, signatures: 0, wrong: 0 };
  for (let number = 0; number < samples; number++) {
    const random = seededRandom(`${condition.name} ${number}`);
    const picture = await distort(shot, condition.distort(random), random);
    for (const { name, read } of readers) {
      const text = await read(picture);
      if (text === payload) reading.texts[name] = (reading.texts[name] ?? 0) + 1;
      else if (text !== null) reading.wrong++;
    }
    const sighting = locateCode(picture, { timeLimit: TIME_LIMIT });
    const signature = sighting && readImageSignature(picture, sighting);
    if (!signature) continue;
    if (await verifyImageSignature(signature, { payload, origin, publicKey: keys.publicKey })) reading.signatures++;
    else reading.wrong++;
  }
  return reading;
}
