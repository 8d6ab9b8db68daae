/** Largest number of questions in one call, so that no statement takes long while many wait for it. */
const LARGEST_BATCH = 200;

type Asked<Question, Answer> = {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

/**
 * Coalesces calls: those of one turn of the event loop, and those that arrive during a call, go into one. A single
 * question is not delayed; the more there are, the cheaper each is.
 * @param ask answers the questions of one batch in order; its failure fails all of them
 */
export function batch<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Asked<Question, Answer>[] = [];
  let isBusy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const questions = waiting.slice(0, LARGEST_BATCH);
      waiting = waiting.slice(LARGEST_BATCH);
      try {
        const answers = await ask(questions.map(({ question }) => question));
        if (answers.length !== questions.length) throw new RangeError('not every question of a batch was answered');
        answers.forEach((answer, place) => questions[place]?.resolve(answer));
      } catch (error) {
        for (const { reject } of questions) reject(error);
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
