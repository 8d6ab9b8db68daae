import { describe, expect, it } from 'vitest';
import { lossRisk, parseKeeping, readKeeping, type Keeping } from '@/lib/shared/keeping';

const TAB: Keeping = {
  engine: 'webkit',
  platform: 'ios',
  isInstalled: false,
  deletesUnvisited: true,
  storage: 'not-kept',
};

describe('how a browser keeps a device', () => {
  it.each([
    ['a tab that is deleted for want of visits', TAB, 'unvisited'],
    ['the same where the browser promises to keep it', { ...TAB, storage: 'kept' }, 'unvisited'],
    ['the app on the home screen', { ...TAB, isInstalled: true, deletesUnvisited: false }, null],
    ['a tab that is kept', { ...TAB, engine: 'chromium', deletesUnvisited: false, storage: 'kept' }, null],
    ['a tab that is not', { ...TAB, engine: 'chromium', deletesUnvisited: false }, 'space'],
    ['a tab that cannot ask', { ...TAB, engine: 'gecko', deletesUnvisited: false, storage: 'not-offered' }, 'space'],
  ] as const)('the risk of %s is told by what its browser says', (_name, keeping, risk) => {
    expect(lossRisk(keeping)).toBe(risk);
  });

  it('facts are read as they were said, and nothing beside them', () => {
    expect(parseKeeping({ ...TAB, name: 'Jane' })).toEqual(TAB);
    expect(parseKeeping(JSON.parse(JSON.stringify(TAB)))).toEqual(TAB);
  });

  it.each([
    null,
    [],
    'webkit',
    { ...TAB, engine: 'presto' },
    { ...TAB, platform: undefined },
    { ...TAB, isInstalled: 1 },
    { ...TAB, deletesUnvisited: null },
    { ...TAB, storage: true },
  ])('%j is no fact about a browser', (value) => {
    expect(parseKeeping(value)).toBeNull();
  });

  it.each([
    [{ persisted: () => Promise.resolve(true) }, 'kept'],
    [{ persisted: () => Promise.resolve(false) }, 'not-kept'],
    [{ persisted: () => Promise.reject(new DOMException('in this state')) }, 'not-offered'],
    [{}, 'not-offered'],
    [undefined, 'not-offered'],
  ])('a browser whose storage is %j is asked whether it keeps it', async (storage, expected) => {
    const navigator = { userAgent: 'something else', maxTouchPoints: 0, storage };
    const window = { navigator, matchMedia: () => ({ matches: false }) } as unknown as Window;
    expect((await readKeeping(window)).storage).toBe(expected);
  });
});
