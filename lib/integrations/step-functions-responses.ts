import { newResponse } from './new-response';
import type { ResponseSet } from './put-responses';

const message = (text: string) => ({ 'application/json': JSON.stringify({ message: text }) });

const refusals: ResponseSet = {
  '400': newResponse('4\\d{2}', { templates: message('The workflow was not started.') }),
  '500': newResponse('5\\d{2}', { templates: message('The workflow was not started.') }),
};

/** The output of a workflow that was waited for; 500 without details when it failed. */
const outputTemplate = [
  "#if($input.path('$.status') == 'SUCCEEDED')",
  "$input.path('$.output')",
  '#else',
  '#set($context.responseOverride.status = 500)',
  '{"message": "The workflow failed."}',
  '#end',
].join('\n');

/** What the client gets: AWS's own answer (ARN and times of the execution), or what the workflow gave out. */
export const workflowAnswers: Record<'execution' | 'output', ResponseSet> = {
  execution: { '200': newResponse(null), ...refusals },
  output: { '200': newResponse(null, { templates: { 'application/json': outputTemplate } }), ...refusals },
};
