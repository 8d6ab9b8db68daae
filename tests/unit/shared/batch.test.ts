import { expect, test } from 'vitest';
import { batch } from '@/lib/shared/async/batch';

test('questions of one turn go together, and later ones form the next batch', async () => {
  const batches: number[][] = [];
  let finish: (() => void) | undefined;
  const ask = batch(async (questions: number[]) => {
    batches.push(questions);
    await new Promise<void>((resolve) => (finish = resolve));
    return questions.map((question) => question * 10);
  });
  const first = [ask(1), ask(2)];
  await new Promise(setImmediate);
  const later = [ask(3), ask(4)];
  await new Promise(setImmediate);
  expect(batches).toEqual([[1, 2]]);
  finish?.();
  expect(await Promise.all(first)).toEqual([10, 20]);
  finish?.();
  expect(await Promise.all(later)).toEqual([30, 40]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('one batch has 200 questions at the most', async () => {
  const sizes: number[] = [];
  const ask = batch(async (questions: number[]) => {
    sizes.push(questions.length);
    return questions;
  });
  const answers = await Promise.all(Array.from({ length: 450 }, (_, question) => ask(question)));
  expect(answers).toEqual(Array.from({ length: 450 }, (_, question) => question));
  expect(sizes).toEqual([200, 200, 50]);
});

test('a batch that fails fails for all its questions, and the next one is asked all the same', async () => {
  let isWell = false;
  const ask = batch(async (questions: number[]) => {
    if (!isWell) throw new Error('the database has gone');
    return questions;
  });
  const failed = await Promise.allSettled([ask(1), ask(2)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isWell = true;
  expect(await ask(3)).toBe(3);
});
