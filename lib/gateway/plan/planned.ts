import type { GatewayCall, PlannedCall } from '@/lib/gateway/calls';
import type { Subject } from '@/lib/gateway/subjects';
import { callSentence } from './call-sentence';

export function planned(subject: Subject, call: GatewayCall): PlannedCall {
  return { call, subject, sentence: callSentence(call) };
}
