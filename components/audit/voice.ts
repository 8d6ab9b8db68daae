/** Grammatical person in which an event is told: second to the account's user, third to anyone else. */
export type Voice = {
  /** What the user did: "You signed in", or "Signed in". @param words beginning with the verb */
  did: (words: string) => string;
  /** Determiner before what belongs to the user, within and at the start of a sentence. */
  your: string;
  Your: string;
  /** The user as an object: "you", or "them". */
  you: string;
};

export const TO_OWNER: Voice = { did: (words) => `You ${words}`, your: 'your', Your: 'Your', you: 'you' };

export const TO_OTHERS: Voice = { did: capitalized, your: 'the', Your: 'The', you: 'them' };

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
