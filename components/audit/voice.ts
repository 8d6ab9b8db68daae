/** How an event is told, to the person whose account it is about or to somebody else. */
export type Voice = {
  /** What the person did: "You signed in", or "Signed in". @param words beginning with the verb */
  did: (words: string) => string;
  /** Before what is theirs, inside and at the beginning of a sentence. */
  your: string;
  Your: string;
  /** The person as the one meant. */
  you: string;
};

export const TO_OWNER: Voice = { did: (words) => `You ${words}`, your: 'your', Your: 'Your', you: 'you' };

export const TO_OTHERS: Voice = { did: capitalized, your: 'the', Your: 'The', you: 'them' };

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
