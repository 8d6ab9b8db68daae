import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Unmarking } from '@/lib/phone/marks/unmarking';

let kept: Map<string, string>;
let sent: string[];
let answer: () => Response;

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const unmarking = () => new Unmarking('https://id.example.org', storage);

beforeEach(() => {
  kept = new Map();
  sent = [];
  answer = () => Response.json({ done: true });
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(body);
    return answer();
  });
});

describe('a device that was removed on purpose', () => {
  test('the site is told of a removed device at once, and nothing is kept', async () => {
    await unmarking().unmark('VDS1000042-1');
    expect(sent).toEqual(['{"unmark":["VDS1000042-1"]}']);
    expect(kept.size).toBe(0);
  });

  test('a removal without a network is told the next time, before the site is asked what is lost', async () => {
    answer = () => {
      throw new TypeError('no network');
    };
    await unmarking().unmark('VDS1000042-1');
    await unmarking().unmark('VDS1000042-2');
    expect(await unmarking().tell()).toBe(false);
    answer = () => Response.json({ done: true });
    sent = [];
    expect(await unmarking().tell()).toBe(true);
    expect(sent).toEqual(['{"unmark":["VDS1000042-1","VDS1000042-2"]}']);
    expect(kept.size).toBe(0);
  });

  test('a removal that something else than the site has answered is told the next time', async () => {
    answer = () => Response.json({ resultCodes: { returnCode: -1 } });
    await unmarking().unmark('VDS1000042-1');
    expect(kept.size).toBe(1);
    answer = () => Response.json({ done: true });
    expect(await unmarking().tell()).toBe(true);
  });

  test('a site that does not remember the browser is told once, and not again', async () => {
    answer = () => Response.json({ code: 'not-found' }, { status: 404 });
    await unmarking().unmark('VDS1000042-1');
    expect(await unmarking().tell()).toBe(true);
    expect(sent).toHaveLength(1);
  });
});
