'use client';

import { useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { VerbLabel } from '@/components/routes/verb-label';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';
import type { TestedRoute } from '@/lib/explain/model';
import type { TestInvokeInput } from '@/lib/explain/schemas';
import type { TestAction } from './model';
import { TestResult } from './test-result';

type TestRequest = Omit<TestInvokeInput, 'stage'>;

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Runs the route of the working copy through AWS, behind a plain warning. */
export function TestRoute({
  request,
  isMock,
  stages,
  stage,
  action,
}: {
  /** Null: the working copy has no route for it. */
  request: TestRequest | null;
  /** No back end is called. */
  isMock: boolean;
  stages: string[];
  /** Where the request leads; its variables are used. */
  stage: string | null;
  /** Null for those who may not. */
  action: TestAction | null;
}) {
  const hint =
    request === null
      ? 'The working copy has no route for this request, and AWS can test nothing else.'
      : action === null
        ? 'Only operators may do this: it really calls the back end.'
        : null;
  return (
    <Card title="Test it for real" description="Through AWS's TestInvokeMethod, with its log.">
      {request === null || action === null ? (
        <p className="text-ink-muted text-sm">{hint}</p>
      ) : (
        <TestForm request={request} isMock={isMock} stages={stages} stage={stage} action={action} />
      )}
    </Card>
  );
}

function TestForm({
  request,
  isMock,
  stages,
  stage,
  action,
}: {
  request: TestRequest;
  isMock: boolean;
  stages: string[];
  stage: string | null;
  action: TestAction;
}) {
  const [variables, setVariables] = useState(stage ?? stages[0] ?? '');
  const [result, setResult] = useState<ActionResult<TestedRoute> | null>(null);
  const [pending, startTransition] = useTransition();
  const { method, path, verb, pathWithQuery, headers, body } = request;

  function run() {
    startTransition(async () => {
      const input = { ...request, stage: variables === '' ? null : variables };
      setResult(await action(null, input).catch(() => unreachable));
    });
  }

  return (
    // The place for the answer is there before the answer, so that it is announced; it takes room only then.
    <div className="[&>*+:not(:empty)]:mt-4">
      <div className="grid gap-4">
        <Notice
          tone={isMock ? 'grey' : 'amber'}
          title={isMock ? 'AWS really runs the route' : 'This really calls the back end'}
        >
          {isMock
            ? 'It is a mock, so no back end is called. '
            : reading.has(method)
              ? 'The back end gets a real request and does what it does with any other. '
              : `A ${method} may create, change or delete something there, and every test does it again. `}
          AWS runs the working copy's route, whatever is live, and skips authorizers, API keys and throttling; host and
          source address are AWS's placeholders. The test is written to the audit log, without values.
        </Notice>
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-72">
            <p className="mb-1 font-medium text-sm">Request</p>
            <p className="break-name flex min-h-8 flex-wrap items-center gap-x-2 text-sm">
              <code className="break-name min-w-0">
                {method} {pathWithQuery}
              </code>
              <span className="flex items-baseline gap-1.5 text-ink-muted text-xs">
                to <VerbLabel verb={verb} /> <code className="break-name">{path}</code>
                {extrasWords(headers.length, body)}
              </span>
            </p>
          </div>
          <div className="w-44 max-sm:w-full">
            <Field name="stage" label="Stage variables of">
              {(control) => (
                <Select {...control} value={variables} onChange={(event) => setVariables(event.target.value)}>
                  {stages.map((name) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                  <option value="">no stage</option>
                </Select>
              )}
            </Field>
          </div>
          <Button icon="play" variant="primary" pending={pending} onClick={run} className="max-sm:w-full">
            {isMock ? 'Run it for real' : 'Call the back end for real'}
          </Button>
        </div>
      </div>
      <FormMessage result={result} />
      <div role="status">{result?.ok ? <TestResult tested={result.data} /> : null}</div>
    </div>
  );
}

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'The back end may have been called all the same: look at the audit log before you try again.',
};

function extrasWords(headers: number, body: string): string {
  const words = [
    ...(headers === 0 ? [] : [headers === 1 ? 'one header' : `${headers} headers`]),
    ...(body === '' ? [] : ['a body']),
  ];
  return words.length === 0 ? '' : ` with ${words.join(' and ')}`;
}
