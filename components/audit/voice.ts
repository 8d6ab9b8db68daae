/** Grammatical person in which an event is told: second to the account's user, third to anyone else. */
export type Voice = {
  /** What the user did: "You signed in", or "Signed in". @param words beginning with the verb */
  did: (words: string) => string;
  /** Determiner before what belongs to the user, within and at the start of a sentence. */
  your: string;
  Your: string;
  /** The user as an object: "you", or "them". */
  you: string;
  /** A device within and at the start of a sentence: its name where one is known. */
  device: (instanceId: string) => string;
  Device: (instanceId: string) => string;
};

const BY_NUMBER = {
  device: (instanceId: string) => `device ${instanceId}`,
  Device: (instanceId: string) => `Device ${instanceId}`,
};

export const TO_OWNER: Voice = {
  did: (words) => `You ${words}`,
  your: 'your',
  Your: 'Your',
  you: 'you',
  ...BY_NUMBER,
};

export const TO_OTHERS: Voice = { did: capitalized, your: 'the', Your: 'The', you: 'them', ...BY_NUMBER };

/** @param names of devices by instance ID */
export function naming(voice: Voice, names: ReadonlyMap<string, string>): Voice {
  return {
    ...voice,
    device: (instanceId) => names.get(instanceId) ?? voice.device(instanceId),
    Device: (instanceId) => names.get(instanceId) ?? voice.Device(instanceId),
  };
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
