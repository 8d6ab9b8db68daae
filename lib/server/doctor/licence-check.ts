import { lowPools, type LicencePool, type LicenceStock } from '../../activation/licences/free-licences';
import { type Check, ok, warning } from './finding';

/** How many licences are left, and whether too few are. @param needs the check that must pass first */
export function licenceCheck(stock: LicenceStock, lowMark: number, needs: string): Check {
  return {
    name: 'licences',
    needs,
    async run() {
      const count = await stock.count();
      const total = count.pools.reduce((sum, { free }) => sum + free, 0);
      const words = `${count.isWhole ? total : `at least ${total}`} free`;
      const low = total === 0 ? ['any type'] : lowPools(count, lowMark).map(describePool);
      if (low.length === 0 || lowMark === 0) return ok(words);
      return warning(`${words}; few of ${low.join(', ')}`, 'Order more, or take back those of people who have left.');
    },
  };
}

function describePool({ type, unit, free }: LicencePool): string {
  return `${type}${unit === '' ? '' : ` for ${unit}`} (${free})`;
}
