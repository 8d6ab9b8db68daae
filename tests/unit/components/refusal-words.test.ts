import { expect, test } from 'vitest';
import { refusalWords, type RefusalCode } from '@/components/site/forms/refusal-words';
import type { FormAction } from '@/lib/shared/form-state';

const refused: FormAction<'not-permitted'> = async () => ({ status: 'refused', code: 'not-permitted' });
const refusedWithoutSentence: FormAction<'no-sentence'> = async () => ({ status: 'refused', code: 'no-sentence' });

/** What a form takes. */
function sentenceAfter(action: FormAction<RefusalCode>): Promise<string> {
  return action(null, new FormData()).then((state) => (state.status === 'refused' ? refusalWords(state.code) : ''));
}

test('a form says the sentence of the code that its action refuses with', async () => {
  expect(await sentenceAfter(refused)).toBe('Your account may not do this. Ask the helpdesk if you need it.');
});

test('an action that refuses with a code without a sentence fits no form: it does not compile', async () => {
  // @ts-expect-error -- no form has a sentence for it
  expect(await sentenceAfter(refusedWithoutSentence)).toBeUndefined();
});
