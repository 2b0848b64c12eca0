import { completeMethodSettings } from '@/lib/gateway/method-settings';
import type { StageSettings } from '@/lib/gateway/model';
import { sortedMap, textOrNull } from './values';

export function canonicalStage(stage: StageSettings): StageSettings {
  const { accessLog } = stage;
  return {
    description: textOrNull(stage.description),
    variables: sortedMap(stage.variables),
    tracing: stage.tracing,
    cacheSize: textOrNull(stage.cacheSize),
    clientCertificateId: textOrNull(stage.clientCertificateId),
    documentationVersion: textOrNull(stage.documentationVersion),
    accessLog: accessLog && { destinationArn: accessLog.destinationArn, format: accessLog.format },
    methodSettings: sortedMap(completeMethodSettings(stage.methodSettings)),
  };
}
