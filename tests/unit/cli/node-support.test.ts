import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies, subset, validRange } from 'semver';
import { describe, expect, it } from 'vitest';
import { nodeAdvice, RECOMMENDED_LINE, TESTED_LINES } from '@/lib/cli/node-support';
import { repository } from '../../support/repository';

type Lock = { packages: Record<string, { engines?: { node?: string }; cpu?: string[] }> };

const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as Lock;
const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  engines: { node: string };
};

const day = (text: string) => new Date(`${text}T12:00:00Z`);

describe('the Node.js that Tessera promises to run on', () => {
  it('every installed package allows each version of Node.js that `engines` promises, so that npm ci warns of none', () => {
    // There is no Node.js 24 for 32-bit processors of Intel, and npm leaves out what is for another processor.
    const asking = Object.entries(packages).filter(
      ([, { engines: asked, cpu }]) => asked?.node !== undefined && !cpu?.includes('ia32'),
    );
    const narrower = asking.filter(([, { engines: asked }]) => !subset(engines.node, asked?.node ?? '*'));
    expect(narrower.map(([path, { engines: asked }]) => `${path}: ${asked?.node}`)).toEqual([]);
    expect(asking.length).toBeGreaterThan(300);
  });

  it('the lock file promises the same Node.js as the manifest, and npm can read the range', () => {
    expect(packages['']?.engines?.node).toBe(engines.node);
    expect(validRange(engines.node)).not.toBeNull();
  });

  it('the lines that are tested, the recommended one and 20.19 are promised', () => {
    expect(TESTED_LINES).toContain(RECOMMENDED_LINE);
    const promised = ['20.19.0', ...TESTED_LINES.map((line) => `${line}.99.0`)];
    expect(promised.filter((version) => !satisfies(version, engines.node))).toEqual([]);
  });
});

describe('what a start says of its Node.js', () => {
  it('a line that is supported and tested is not mentioned', () => {
    for (const line of TESTED_LINES) expect(nodeAdvice(`${line}.13.0`, day('2026-11-30'))).toBeNull();
  });

  it('a line is out of support from the day on which its support ends', () => {
    expect(nodeAdvice('20.19.5', day('2026-04-29'))).toBeNull();
    expect(nodeAdvice('20.19.5', day('2026-04-30'))).toBe(
      'Node.js 20.19.5 has had no security fixes since 2026-04-30; Tessera still runs on it. Tessera recommends Node.js 24.',
    );
    expect(nodeAdvice('22.23.0', day('2027-04-29'))).toBeNull();
    expect(nodeAdvice('22.23.0', day('2027-05-01'))).toContain('since 2027-04-30');
  });

  it.each(['23.5.0', '25.1.0', '27.0.0'])('an untested line is named as such: %s', (version) => {
    expect(nodeAdvice(version, day('2026-11-30'))).toContain(`not tested on Node.js ${version}`);
  });
});
