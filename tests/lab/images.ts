/*
 * Which images can be read, from real screenshots that are distorted as a camera might: `npm run lab:images`.
 *
 *   --sizes 160,200,300,400     CSS px of the image, quiet zone included
 *   --themes light,dark,forced  how the page is shown
 *   --conditions 'phone|blur'   a regular expression on their names
 *   --samples 20                pictures of each condition, the same ones for every kind of image
 *   --readers qr,zxing,jsqr     or programs of the system, zbar and opencv: see native-readers.ts
 *   --forgeries 10000           instead: that many forged images, none of which may be believed
 *
 * Without sizes, themes and conditions every condition is tried at 300 px in the light theme, and some at the other
 * sizes and in the other themes. Ends with an error when any reader gave a wrong text or a wrong signature was believed.
 */
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';
import { browserOptions } from '../support/browser/browser-options';
import { CONDITIONS, type Condition } from './conditions';
import { tryForgeries } from './forgeries';
import { issueSample } from './issue-sample';
import { NATIVE_READERS } from './native-readers';
import { READERS, type Reader } from './readers';
import { tryReaders, type Reading } from './try-readers';
import { takeShot, THEMES, type Theme } from './take-shot';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string' },
    themes: { type: 'string' },
    conditions: { type: 'string' },
    samples: { type: 'string', default: '20' },
    readers: { type: 'string', default: READERS.map(({ name }) => name).join(',') },
    forgeries: { type: 'string' },
  },
});

type Setting = { side: number; theme: Theme; conditions: Condition[] };

const USUAL_SIDE = 300;
/** What is tried where not everything is. */
const FEW = /^(clean|phone-.*)$/;

function settings(): Setting[] {
  const { sizes, themes, conditions } = options;
  const some = conditionsLike(new RegExp(conditions ?? ((sizes ?? themes) ? '' : FEW.source)));
  if (sizes !== undefined || themes !== undefined || conditions !== undefined) {
    const sides = (sizes ?? String(USUAL_SIDE)).split(',').map(Number);
    return themesNamed(themes ?? 'light').flatMap((theme) => sides.map((side) => ({ side, theme, conditions: some })));
  }
  return [
    { side: USUAL_SIDE, theme: 'light', conditions: CONDITIONS },
    ...[160, 200, 400].map((side): Setting => ({ side, theme: 'light', conditions: some })),
    ...themesNamed('dark,forced').map((theme): Setting => ({ side: USUAL_SIDE, theme, conditions: some })),
  ];
}

function conditionsLike(pattern: RegExp): Condition[] {
  return CONDITIONS.filter(({ name }) => pattern.test(name));
}

function themesNamed(names: string): Theme[] {
  return names.split(',').map((name) => {
    if (name in THEMES) return name as Theme;
    throw new Error(`no theme "${name}"`);
  });
}

function chosenReaders(): Reader[] {
  return options.readers.split(',').map((name) => {
    const reader = READERS.find((one) => one.name === name) ?? NATIVE_READERS[name]?.();
    if (!reader) throw new Error(`no reader "${name}"`);
    return reader;
  });
}

function hits({ texts }: Reading, readers: readonly Reader[]): string {
  return readers.map(({ name }) => texts[name] ?? 0).join(' / ');
}

async function compare(): Promise<void> {
  const samples = Number(options.samples);
  const sample = await issueSample();
  const browser = await chromium.launch(browserOptions());
  const readers = chosenReaders();
  const names = readers.map(({ name }) => name).join(' / ');
  let wrong = 0;
  try {
    for (const { side, theme, conditions } of settings()) {
      const plain = await takeShot(browser, sample.plain, side, theme);
      const colour = await takeShot(browser, sample.colour, side, theme);
      console.log(`\n${side} CSS px, ${theme}, successes of ${samples}\n`);
      console.log(`| condition | black and white: ${names} | colour: ${names} | colour: signature verified |`);
      console.log('| --- | --- | --- | --- |');
      for (const condition of conditions) {
        const [left, right] = [
          await tryReaders(plain, condition, samples, readers, sample),
          await tryReaders(colour, condition, samples, readers, sample),
        ];
        console.log(`| ${condition.name} | ${hits(left, readers)} | ${hits(right, readers)} | ${right.signatures} |`);
        wrong += left.wrong + right.wrong;
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`\nWrong texts, and signatures that said something else than was issued: ${wrong}`);
  if (wrong > 0) process.exitCode = 1;
}

async function forge(count: number): Promise<void> {
  const { believed, ...outcomes } = await tryForgeries(count, (done) => {
    if (done % 500 === 0) console.error(`${done} of ${count}`);
  });
  console.log(`${count} forged or damaged images: ${JSON.stringify(outcomes)}; forgeries believed: ${believed}`);
  if (believed > 0) process.exitCode = 1;
}

await (options.forgeries === undefined ? compare() : forge(Number(options.forgeries)));
