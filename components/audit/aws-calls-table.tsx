import { CopyButton } from '@/components/ui/copy-button';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { AwsCall } from '@/lib/audit/model';

const services: Record<AwsCall['service'], string> = {
  sts: 'STS',
  apigateway: 'API Gateway',
  route53: 'Route 53',
  acm: 'ACM',
  lambda: 'Lambda',
};

/** The AWS calls that were made, with the request ids that AWS Support asks for. */
export function AwsCallsTable({ calls, label }: { calls: AwsCall[]; label: string }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <Table label={label} minWidth="44rem" stacked>
        <Thead>
          <Th>AWS call</Th>
          <Th>Answer</Th>
          <Th>Request id</Th>
          <Th numeric>Took</Th>
        </Thead>
        <tbody>
          {calls.map((call, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the calls of a past event never change their order
            <Tr key={index}>
              <Td className="text-xs">
                {services[call.service]} <span className="font-mono">{call.operation}</span>
              </Td>
              <Td heading="Answer" className={call.error ? 'text-red text-xs' : 'text-xs'}>
                {call.status ?? 'no answer'}
                {call.error ? ` ${call.error}` : ''}
              </Td>
              <Td heading="Request id" className="break-name text-xs">
                {call.requestId ? (
                  <span className="inline-flex items-center gap-1">
                    <code>{call.requestId}</code>
                    <CopyButton value={call.requestId} label="the request id" />
                  </span>
                ) : (
                  <span className="text-ink-muted">none</span>
                )}
              </Td>
              <Td numeric heading="Took" className="text-xs">
                {Math.round(call.durationMs)} ms{call.attempts > 1 ? `, ${call.attempts} tries` : ''}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
