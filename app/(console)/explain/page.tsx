import type { Metadata } from 'next';
import { exampleRequests } from '@/components/explain/example-requests';
import { Examples } from '@/components/explain/examples';
import { ExplainView } from '@/components/explain/explain-view';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { NoGateway } from '@/components/routes/no-gateway';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { readExposures } from '@/lib/changes/read-exposures';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import { ExpectedError } from '@/lib/errors';
import { explainRequestSchema } from '@/lib/explain/schemas';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { explainRequestAction, testInvokeAction } from './actions';
import { explain } from './explain';
import { readAsked } from './search-params';

export const metadata: Metadata = { title: 'Explain' };

const kinds = new Set<string>(['rest-api', 'resource', 'stage', 'mapping', 'gateway-domain']);

export default async function ExplainPage({ searchParams }: PageProps<'/explain'>) {
  const user = await requireSession();
  const asked = readAsked(await searchParams);
  const db = await getDb();
  const [view, allStates] = await Promise.all([readGatewayView(db, { userId: user.id }), readSyncStates(db)]);
  const states = allStates.filter(({ kind }) => kinds.has(kind));
  if (view === null) {
    return (
      <>
        <Header />
        <LastSeenNotice states={states} now={Date.now()} />
        <NoGateway unread={isUnread(states)} />
      </>
    );
  }
  const parsed = explainRequestSchema.safeParse({ ...asked, headers: [], body: '' });
  const [answer, exposures] = await Promise.all([
    parsed.success ? explain(db, view, parsed.data, user.tenants).catch(orSentence) : null,
    readExposures(db, view.restApiId, user.tenants),
  ]);
  const shown = exposures.filter(({ hidden }) => !hidden);
  const failure = typeof answer === 'string' ? answer : null;
  const explanation = typeof answer === 'string' ? null : answer;
  const isNonsense = explanation?.explained.host?.host === '';
  const problem = isNonsense
    ? (explanation.explained.host?.sentence ?? null)
    : parsed.success || asked.url === ''
      ? failure
      : (parsed.error.issues[0]?.message ?? null);
  return (
    <>
      <Header />
      <LastSeenNotice states={states} now={Date.now()} />
      <ExplainView
        asked={asked}
        explanation={isNonsense ? null : explanation}
        problem={problem}
        hosts={[...new Set(shown.map(({ domain }) => domain))].filter((host) => !host.startsWith('*')).slice(0, 200)}
        stages={view.stages.map(({ name }) => name)}
        explain={explainRequestAction}
        test={may(user, 'requests:test') ? testInvokeAction : null}
      >
        <Examples examples={exampleRequests(shown, view.working)} />
      </ExplainView>
    </>
  );
}

/** A template without an end, say: the form stays, with the reason above it. */
function orSentence(error: unknown): string {
  if (error instanceof ExpectedError) return error.message;
  throw error;
}

function Header() {
  return (
    <PageHeader
      title="Explain a request"
      description="Which way it goes, what the gateway does with it, and what the back end gets."
    />
  );
}
