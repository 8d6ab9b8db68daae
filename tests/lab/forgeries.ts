import { colourMatrix, type ColourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { dataModules } from '@/lib/wire/image/colour/data-modules';
import {
  encodeImageSignature,
  parseImageSignature,
  signImage,
  verifyImageSignature,
  type ImageSignature,
} from '@/lib/wire/image/colour/image-signature';
import { FIRST_LIGHT_HUE, HUES } from '@/lib/wire/image/colour/palette';
import type { Picture } from '@/lib/wire/image/picture';
import { readImageSignature } from '@/lib/wire/image/reading/read-signature';
import { locateCode } from '@/lib/wire/image/reading/locate-code';
import { ISSUED_AT, KEY_ID, ORIGIN, PAYLOAD, signingKeys } from './issue-sample';
import { paintShot } from './paint-shot';
import { TIME_LIMIT } from './readers';
import { seededRandom, type SeededRandom } from './seeded-random';

/** What became of forged and damaged images. */
export type ForgeryOutcomes = {
  /** The text could not be read. */
  unread: number;
  /** Read as if it were black and white. */
  unsigned: number;
  /** Read, and its signature refused. */
  refused: number;
  /** Damaged so little that it still says, and proves, what was issued. */
  genuine: number;
  /** Signatures that were verified for what the site never issued. */
  believed: number;
};

const PIXELS_PER_MODULE = 5;

/** Makes images that the site did not issue, in turn one of every kind of attack, and reads them as the phone does. */
export async function tryForgeries(count: number, progress?: (done: number) => void): Promise<ForgeryOutcomes> {
  const outcomes: ForgeryOutcomes = { unread: 0, unsigned: 0, refused: 0, genuine: 0, believed: 0 };
  const site = await signingKeys();
  const attacker = await generateKeys();
  const issued = { payload: PAYLOAD, origin: ORIGIN, keyId: KEY_ID, issuedAt: ISSUED_AT };
  const signature = await signImage(issued, site.privateKey);
  for (let number = 0; number < count; number++) {
    const random = seededRandom(`forgery ${number}`);
    const attack = ATTACKS[number % ATTACKS.length];
    if (!attack) throw new RangeError('no attack');
    const picture = await attack({ signature, attacker, random });
    const sighting = locateCode(picture, { timeLimit: TIME_LIMIT });
    const found = sighting && readImageSignature(picture, sighting);
    if (!sighting) outcomes.unread++;
    else if (!found) outcomes.unsigned++;
    else {
      const claim = { payload: sighting.text, origin: ORIGIN, publicKey: site.publicKey };
      const isVerified = await verifyImageSignature(found, claim);
      const isIssued = sighting.text === PAYLOAD && found.issuedAt === ISSUED_AT && found.keyId === KEY_ID;
      if (!isVerified) outcomes.refused++;
      else if (isIssued) outcomes.genuine++;
      else outcomes.believed++;
    }
    progress?.(number + 1);
  }
  return outcomes;
}

type Attack = (means: {
  signature: ImageSignature;
  attacker: CryptoKeyPair;
  random: SeededRandom;
}) => Picture | Promise<Picture>;

const ATTACKS: Attack[] = [
  // The genuine signature copied onto an image that leads to the attacker's own registration.
  ({ signature, random }) => paint(colourMatrix(otherPayload(random), signature)),
  // Signed with a key of the attacker's that claims to be the site's.
  async ({ attacker, random }) => {
    const image = { payload: otherPayload(random), origin: ORIGIN, keyId: KEY_ID, issuedAt: ISSUED_AT };
    return paint(colourMatrix(image.payload, await signImage(image, attacker.privateKey)));
  },
  // A signature some of whose bytes are changed, its parity right.
  ({ signature, random }) => paint(colourMatrix(PAYLOAD, changeBytes(signature, random))),
  // A genuine signature made to look newer.
  ({ signature, random }) =>
    paint(colourMatrix(PAYLOAD, { ...signature, issuedAt: signature.issuedAt + whole(random, 1, 100_000) })),
  // Some data modules, few or all, in other hues of their shade.
  ({ signature, random }) => paint(changeHues(colourMatrix(PAYLOAD, signature), random)),
  // The payload of one image in the hues of another, some of which are guessed.
  ({ signature, random }) => paint(changeHues(colourMatrix(otherPayload(random), signature), random)),
  // Pixels painted over.
  ({ signature, random }) => paintOver(paint(colourMatrix(PAYLOAD, signature)), random),
];

async function generateKeys(): Promise<CryptoKeyPair> {
  const keys = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new TypeError('Ed25519 makes a pair of keys');
  return keys;
}

/** One character of the registration identifier or the password is another one. */
function otherPayload(random: SeededRandom): string {
  const at = whole(random, PAYLOAD.length - 17, PAYLOAD.length);
  const letter = String.fromCodePoint(whole(random, 97, 123));
  const changed = PAYLOAD.slice(0, at) + letter + PAYLOAD.slice(at + 1);
  return changed === PAYLOAD || PAYLOAD[at] === ';' ? otherPayload(random) : changed;
}

function changeBytes(signature: ImageSignature, random: SeededRandom): ImageSignature {
  const bytes = encodeImageSignature(signature);
  for (let change = whole(random, 1, 5); change > 0; change--) {
    const at = whole(random, 1, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ whole(random, 1, 256);
  }
  const changed = parseImageSignature(bytes);
  return changed.ok ? changed.value : changeBytes(signature, random);
}

function changeHues({ size, modules }: ColourMatrix, random: SeededRandom): ColourMatrix {
  const share = random.between(0, 1);
  const colours = new Uint8Array(modules);
  for (const at of dataModules(size)) {
    if (random.between(0, 1) >= share) continue;
    const colour = modules[at] ?? 0;
    colours[at] = colour - ((colour - FIRST_LIGHT_HUE + HUES) % HUES) + whole(random, 0, HUES);
  }
  return { size, modules: colours };
}

function paint(matrix: ColourMatrix): Picture {
  return paintShot(matrix, PIXELS_PER_MODULE).picture;
}

/** Up to six rectangles of one colour each. */
function paintOver(picture: Picture, random: SeededRandom): Picture {
  for (let count = whole(random, 1, 7); count > 0; count--) {
    const [width, height] = [whole(random, 5, 60), whole(random, 5, 60)];
    const [left, top] = [whole(random, 0, picture.width - width), whole(random, 0, picture.height - height)];
    const colour = [0, 0, 0].map(() => whole(random, 0, 256));
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) picture.data.set(colour, (y * picture.width + x) * 4);
    }
  }
  return picture;
}

/** A whole number from the least to below the most. */
function whole(random: SeededRandom, least: number, most: number): number {
  return Math.floor(random.between(least, most));
}
