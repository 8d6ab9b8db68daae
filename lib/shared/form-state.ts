/** What a server action answers to its form. Words for people are chosen from `code` where it is shown. */
export type FormState =
  | { status: 'idle' }
  | { status: 'refused'; code: string; fields?: Record<string, string> }
  | { status: 'done'; code?: string };

export const IDLE: FormState = { status: 'idle' };
