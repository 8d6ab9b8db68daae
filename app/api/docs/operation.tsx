import { attemptsADay } from '@/lib/accounts/sign-in/limits';
import { fieldsOf, type Field, ownProblemsOf } from '@/lib/server/api/openapi/document';
import type { Route } from '@/lib/server/api/route';
import { CodeSample } from './code-sample';

/** One method of one address: what it takes, what it answers, and a call that can be copied. */
export function Operation({ route, site }: { route: Route; site: string }) {
  const { id, method, path, summary, description, scope, example, answers, params, query, body, daily, secondPerson } =
    route;
  const responses = Object.entries(answers);
  return (
    <article aria-labelledby={id} className="grid grid-cols-1 gap-4 border-t border-line pt-6">
      <div className="grid max-w-prose grid-cols-1 gap-2">
        <h3 id={id} className="scroll-mt-6 text-lg font-semibold">
          {summary}
        </h3>
        <p className="font-mono text-sm break-words">
          <span className="font-semibold text-accent">{method}</span> /api/v1{path}
        </p>
        <p>{description}</p>
        <p className="text-sm text-ink-soft">
          {scope === null ? 'Any key will do.' : 'Scope '}
          {scope !== null && <code className="font-mono text-ink">{scope}</code>}
          {daily && `, ${attemptsADay(daily)} a day with others of its kind`}
          {secondPerson === 'always' && ', once a person agrees'}
          {secondPerson === 'staff' && ', for staff once a person agrees'}
        </p>
      </div>
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 xl:grid-cols-2">
        <div className="grid min-w-0 grid-cols-1 content-start gap-4">
          <Fields name="Path" fields={fieldsOf(params)} />
          <Fields name="Query" fields={fieldsOf(query)} />
          {body && <Fields name="Body" fields={fieldsOf(body)} />}
          <div>
            <h4 className="font-semibold">Answers</h4>
            <ul>
              {responses.map(([status, { description: words }]) => (
                <li key={status}>
                  <span className="font-mono text-sm">{status}</span> {words}
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h4 className="font-semibold">Problems of its own</h4>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {ownProblemsOf(route).map((code) => (
                <li key={code}>
                  <a
                    href={`#problem-${code}`}
                    className="inline-block py-0.5 font-mono text-sm text-accent hover:underline"
                  >
                    {code}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-4">
          <CodeSample label={`${summary}: the call`}>{curl(route, site)}</CodeSample>
          {example.answer && (
            <CodeSample label={`${summary}: the answer, ${example.status}`}>
              {JSON.stringify(example.answer, null, 2)}
            </CodeSample>
          )}
        </div>
      </div>
    </article>
  );
}

function Fields({ name, fields }: { name: string; fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h4 className="font-semibold">{name}</h4>
      <dl className="grid grid-cols-1 gap-2">
        {fields.map((field) => (
          <div key={field.name}>
            <dt className="inline">
              <code className="font-mono text-sm">{field.name}</code>
            </dt>{' '}
            <dd className="inline text-sm text-ink-soft">
              {field.type}
              {field.isRequired ? '' : ', may be left out'}
            </dd>
            {field.description !== '' && <dd className="text-sm">{field.description}</dd>}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A call for a terminal. */
function curl({ method, kind, example }: Route, site: string): string {
  const search = example.query === undefined ? '' : `?${example.query}`;
  return [
    `curl ${method === 'GET' ? '' : `--request ${method} `}"${site}/api/v1${example.path}${search}"`,
    `  --header "Authorization: Bearer $TESSERA_KEY"`,
    ...(kind === 'change' ? [`  --header 'If-Match: *'`] : []),
    ...(kind === 'act' && method === 'POST' ? [`  --header "Idempotency-Key: $(uuidgen)"`] : []),
    ...(example.body
      ? [`  --header 'Content-Type: application/json'`, `  --data '${JSON.stringify(example.body, null, 2)}'`]
      : []),
  ].join(' \\\n');
}
