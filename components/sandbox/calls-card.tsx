import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import { type FaultService, faultServices, type SandboxCall } from '@/lib/sandbox-panel/model';

/** The calls that the sandbox answered last. */
export function CallsCard({ calls, total, throttled }: { calls: SandboxCall[]; total: number; throttled: number }) {
  const count = (value: number) => value.toLocaleString('en');
  return (
    <Card
      flush
      title="Last calls"
      description={`${count(total)} calls since its start, ${count(throttled)} throttled; the last ${count(calls.length)} are listed.`}
    >
      {calls.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">Nobody has called it since its start.</p>
      ) : (
        <div className="max-h-96 overflow-y-auto">
          <Table label="Last calls" minWidth="52rem" stacked>
            <Thead>
              <Th>Time</Th>
              <Th>Call</Th>
              <Th>Answer</Th>
              <Th>Request id</Th>
              <Th numeric>Took</Th>
            </Thead>
            <tbody>
              {calls.map((call) => (
                <Tr key={call.requestId}>
                  <Td className="text-xs tabular-nums">{call.at.slice(11, 23)}</Td>
                  <Td heading="Call" className="text-xs">
                    {faultServices[call.service as FaultService] ?? call.service}{' '}
                    <span className="break-name font-mono">{call.operation}</span>
                  </Td>
                  <Td heading="Answer" className={isGood(call) ? 'text-xs' : 'text-red text-xs'}>
                    {answerOf(call)}
                  </Td>
                  <Td heading="Request id" className="break-name text-xs">
                    <span className="inline-flex items-center gap-1">
                      <code>{call.requestId}</code>
                      <CopyButton value={call.requestId} label="the request id" />
                    </span>
                  </Td>
                  <Td numeric heading="Took" className="text-xs">
                    {call.durationMs} ms
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </Card>
  );
}

function isGood({ status }: SandboxCall): boolean {
  return status >= 200 && status < 400;
}

function answerOf({ status, code, throttled, fault }: SandboxCall): string {
  const answer = status === 0 ? 'no answer' : [status, code].filter(Boolean).join(' ');
  return [answer, throttled ? 'throttled' : null, fault ? `fault: ${fault}` : null].filter(Boolean).join(', ');
}
