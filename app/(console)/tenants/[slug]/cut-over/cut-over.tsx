import { CutOverCard, TakeBackCard } from '@/components/tenants/page/cut-over-card';
import { readCutOver } from '@/lib/domains/cut-over/read-cut-over';
import { getDb } from '@/lib/runtime';
import { cutOverAction, takeBackAction, testHandshakeAction } from './actions';

/** Where a prepared domain is cut over, and one in our zone taken back; nothing for all others. */
export async function CutOver({ domainId, mayEdit, now }: { domainId: string; mayEdit: boolean; now: number }) {
  const found = await readCutOver(await getDb(), domainId, new Date(now));
  if (found === null) return null;
  const { hostname, kind } = found;
  if (found.cutOver !== null) {
    const actions = mayEdit ? { test: testHandshakeAction, cutOver: cutOverAction } : null;
    return (
      <CutOverCard
        domainId={domainId}
        hostname={hostname}
        kind={kind}
        view={found.cutOver}
        now={now}
        actions={actions}
      />
    );
  }
  if (found.takeBack === null || !mayEdit) return null;
  return (
    <TakeBackCard domainId={domainId} hostname={hostname} view={found.takeBack} now={now} action={takeBackAction} />
  );
}
