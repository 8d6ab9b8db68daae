/** Questions in one call at most: a statement that many wait for is not to take long. */
const LARGEST_BATCH = 200;

type Asked<Question, Answer> = {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

/**
 * Makes one call of all questions that come in one turn of the event loop, and of those that come while a call is under
 * way. One question alone waits for nothing; the more there are, the less each costs.
 * @param ask answers the questions of one batch in their order; when it fails, all of them fail
 */
export function batch<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Asked<Question, Answer>[] = [];
  let isBusy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const asked = waiting.slice(0, LARGEST_BATCH);
      waiting = waiting.slice(LARGEST_BATCH);
      try {
        const answers = await ask(asked.map(({ question }) => question));
        if (answers.length !== asked.length) throw new RangeError('not every question of a batch was answered');
        answers.forEach((answer, place) => asked[place]?.resolve(answer));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isBusy = false;
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      setImmediate(() => void run());
    });
}
