import { expect, it } from 'vitest';
import { watchApprovals } from '@/lib/helpdesk/approvals/offered-kind';
import { helpdeskKinds } from '@/lib/helpdesk/desk/approvals/helpdesk-kinds';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { watchHelpdesk } from '@/lib/helpdesk/desk/watch-helpdesk';
import { fakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';

type Round = (ports: HelpdeskPorts, onFault: (error: unknown) => void, signal: AbortSignal) => Promise<void>;

const ROUNDS: Record<string, Round> = {
  'of the helpdesk': watchHelpdesk,
  'of approvals': (ports, ...rest) => watchApprovals(helpdeskKinds(ports), ...rest),
};

/** @param failing the list, by its place, that cannot be read; null for none @returns the lists that were read, and the faults */
async function readBy(round: Round, failing: number | null): Promise<{ lists: string[]; faults: unknown[] }> {
  const { ports } = await fakeHelpdesk();
  const lists: string[] = [];
  const faults: unknown[] = [];
  const counted = Object.entries(ports).map(([name, port]: [string, unknown]) => [
    name,
    typeof port === 'object' && port !== null ? countLists(name, port) : port,
  ]);
  function countLists(name: string, port: object): object {
    return new Proxy(port, {
      get(target, member) {
        const value: unknown = Reflect.get(target, member, target);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (String(member).startsWith('list') && lists.push(`${name}.${String(member)}`) - 1 === failing)
            return Promise.reject(new Error('it cannot be read'));
          return Reflect.apply(value, target, given) as unknown;
        };
      },
    });
  }
  await round(
    Object.fromEntries(counted) as HelpdeskPorts,
    (error) => void faults.push(error),
    new AbortController().signal,
  );
  return { lists, faults };
}

it.each(Object.entries(ROUNDS))(
  'a list that cannot be read stops nothing else of the round %s',
  async (_name, round) => {
    const { lists, faults } = await readBy(round, null);
    expect(lists.length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
    for (const [failing, list] of lists.entries()) {
      const met = await readBy(round, failing);
      expect.soft(met.lists, list).toEqual(lists);
      expect.soft(met.faults, list).toHaveLength(1);
    }
  },
);
