'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { parseHeaderLines } from '@/components/mappings/header-lines';
import { Card } from '@/components/ui/card';
import type { ActionResult } from '@/lib/actions/result';
import { clientMethods } from '@/lib/explain/schemas';
import { type AskedText, ExplainForm } from './explain-form';
import { explainHref } from './explain-href';
import { Explained } from './explained';
import type { ExplainAction, Explanation, Extras, TestAction } from './model';

const none: Extras = { headers: [], body: '' };

interface Answered {
  asked: AskedText;
  extras: Extras;
  result: ActionResult<Explanation>;
}

/**
 * Asks and shows. Method and URL are in the address and explained by the page; a request with headers or a body is explained by an
 * action, and its answer holds for as long as the address stays.
 */
export function ExplainView({
  asked,
  explanation,
  problem,
  hosts,
  stages,
  explain,
  test,
  children,
}: {
  asked: AskedText;
  /** Of the address alone; null when it asks nothing, or nonsense. */
  explanation: Explanation | null;
  /** What is wrong with the URL of the address. */
  problem: string | null;
  hosts: string[];
  stages: string[];
  explain: ExplainAction;
  /** Null for those who may not. */
  test: TestAction | null;
  /** While nothing is asked. */
  children: ReactNode;
}) {
  const router = useRouter();
  const [headers, setHeaders] = useState('');
  const [body, setBody] = useState('');
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [round, setRound] = useState(0);
  const [pending, startTransition] = useTransition();
  const own = answered !== null && sameRequest(answered.asked, asked) ? answered : null;
  const refused = own !== null && !own.result.ok ? own.result : null;
  const shown = own === null ? explanation : own.result.ok ? own.result.data : null;
  const fields: Record<string, string> = refused?.fields ?? (problem === null ? {} : { url: problem });

  function ask(next: AskedText) {
    const extras: Extras = { headers: parseHeaderLines(headers), body };
    const isPlain = extras.headers.length === 0 && body === '';
    startTransition(async () => {
      const method = clientMethods.find((one) => one === next.method) ?? 'GET';
      const result =
        isPlain || next.url === ''
          ? null
          : await explain(null, { method, url: next.url, ...extras }).catch(() => unreachable);
      startTransition(() => {
        setAnswered(result && { asked: next, extras, result });
        setRound((before) => before + 1);
        if (sameRequest(next, asked)) router.refresh();
        else router.push(next.url === '' ? '/explain' : explainHref(next), { scroll: false });
      });
    });
  }

  return (
    <div className="grid gap-5">
      <Card>
        <ExplainForm
          asked={asked}
          headers={headers}
          body={body}
          onHeaders={setHeaders}
          onBody={setBody}
          fields={fields}
          hosts={hosts}
          pending={pending}
          onAsk={ask}
        />
      </Card>
      {refused && !refused.fields ? <FormMessage result={refused} /> : null}
      {shown ? (
        <Explained
          key={`${round} ${asked.method} ${asked.url}`}
          explanation={shown}
          extras={own?.extras ?? none}
          stages={stages}
          test={test}
        />
      ) : null}
      {shown === null && refused === null && problem === null ? children : null}
    </div>
  );
}

const unreachable = { ok: false as const, message: 'The console could not be reached.', fix: 'Try again.' };

function sameRequest(one: AskedText, other: AskedText): boolean {
  return one.method === other.method && one.url === other.url;
}
