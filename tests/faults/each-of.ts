/** Runs a job for each item, so many at a time, in order of the items. @returns what came of each, in the same order */
export async function eachOf<Item, Outcome>(
  items: readonly Item[],
  atATime: number,
  job: (item: Item, index: number) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) outcomes[index] = await job(item, index);
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return outcomes;
}
