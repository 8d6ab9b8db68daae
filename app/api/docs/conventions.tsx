import type { ReactNode } from 'react';

/** What every address shares. */
export function Conventions() {
  return (
    <section aria-labelledby="conventions" className="grid max-w-prose grid-cols-1 gap-4">
      <h2 id="conventions" className="scroll-mt-6 text-xl font-semibold tracking-tight">
        Conventions
      </h2>
      <dl className="grid grid-cols-1 gap-4">
        <Convention name="Keys">
          As <Code>Authorization: Bearer</Code>, and nowhere else. A key reaches the people of its own domain.
        </Convention>
        <Convention name="Bodies">
          JSON in UTF-8, 16 kB at most. A part that is not documented is refused, so that a slip of the pen shows.
        </Convention>
        <Convention name="Times">ISO 8601 in UTC. Days are days in UTC.</Convention>
        <Convention name="Pages">
          A list takes <Code>limit</Code>. One that goes on has <Code>next</Code>: send it as <Code>cursor</Code>, as it
          is, or follow <Code>Link</Code>.
        </Convention>
        <Convention name="Changes">
          Send the <Code>ETag</Code> that you read as <Code>If-Match</Code>, or <Code>*</Code> for any version. Without
          it the answer is 428, for another version 412.
        </Convention>
        <Convention name="Repeating">
          A write with an <Code>Idempotency-Key</Code> is carried out once within 24 hours; a repetition gets the same
          answer, and says so by <Code>Idempotency-Replayed</Code>.
        </Convention>
        <Convention name="Waiting">
          To follow something, send <Code>If-None-Match</Code> with <Code>Prefer: wait=25</Code>: the answer comes with
          the news, or is 304 after that many seconds.
        </Convention>
        <Convention name="Budget">
          <Code>RateLimit</Code> says how many requests are left, and for how many seconds. Over it the answer is 429
          with <Code>Retry-After</Code>.
        </Convention>
        <Convention name="Support">
          Every answer has an <Code>X-Request-Id</Code>, which finds it in the records of this site.
        </Convention>
      </dl>
    </section>
  );
}

function Convention({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-sm">{children}</code>;
}
