import { evidenceFrom } from '@/lib/doctor/answers';
import { type Check, findingsOf } from '@/lib/doctor/finding';

/** Does the gateway have the name, and does a path of it reach a stage that serves something? */
export const checkMapping: Check = (facts) => {
  const make = findingsOf('mapping', facts);
  const { gatewayDomain, mappings, source } = facts.home;
  if (source === 'nothing' || mappings === null) {
    return [make.skipped({ code: 'not-known', sentence: 'Not known here: neither database nor AWS was asked.' })];
  }
  if (gatewayDomain === null) {
    return [make.skipped({ code: 'no-domain', sentence: 'The gateway does not have this domain yet.' })];
  }
  const lines = mappings.map(
    ({ basePath, restApiId, stage }) => `/${basePath} -> ${restApiId}:${stage ?? 'stage in the path'}`,
  );
  const evidence = [
    evidenceFrom(facts, 'API Gateway', `custom domain name ${gatewayDomain.name}`, gatewayDomain.status),
    evidenceFrom(facts, 'API Gateway', `mappings of ${gatewayDomain.name}`, lines.join('\n') || 'none'),
  ];
  const fixIt = source === 'database' ? ({ kind: 'check-now' } as const) : null;
  if (gatewayDomain.status === 'FAILED') {
    const why = gatewayDomain.statusMessage ?? 'AWS gives no reason';
    const fix = 'Repair what AWS names, most often the certificate, then check again.';
    return [
      make.problem({
        code: 'domain-failed',
        sentence: `The custom domain name failed on the gateway: ${why}.`,
        actor: 'us',
        fix,
        fixIt,
        evidence,
      }),
    ];
  }
  if (mappings.length === 0) {
    const fix = 'Map a path of the domain to a stage; "Check now" lets Gatehouse create mappings that are wanted.';
    return [
      make.problem({
        code: 'no-mapping',
        sentence: 'No path of the domain is mapped, so the gateway refuses every request.',
        actor: 'us',
        fix,
        fixIt,
        evidence,
      }),
    ];
  }
  const dead = mappings.filter(({ deployed }) => deployed === false);
  if (dead.length > 0) {
    const paths = dead.map(({ basePath, stage }) => `/${basePath} (${stage})`).join(', ');
    return [
      make.problem({
        code: 'stage-not-deployed',
        sentence: `The stage that ${paths} leads to does not exist or has no deployment.`,
        actor: 'us',
        fix: 'Deploy that stage, or map the path to another one.',
        evidence,
      }),
    ];
  }
  return [make.ok({ code: 'mapped', sentence: `Mapped: ${lines.join(', ')}.`, evidence })];
};
