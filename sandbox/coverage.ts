import type { Service } from './service';
import { services } from './services/services';

const titles: Record<Service['name'], string> = {
  apigateway: 'API Gateway (REST APIs)',
  route53: 'Route 53',
  acm: 'ACM',
  lambda: 'Lambda',
  sts: 'STS',
};

/** `docs/sandbox-coverage.md`: every operation of AWS's models, and whether the sandbox has it. */
export function coverage(): string {
  return `${[
    '# What the sandbox covers',
    '',
    'Generated from the code by `npm run sandbox:coverage`; a test compares it. An operation that is not implemented answers 501',
    'and names itself. Of Lambda and STS the sandbox has only what the console and the data plane need.',
    '',
    ...services.map((service) => {
      const { all, implemented } = operationsOf(service);
      return `- ${titles[service.name]}: ${implemented.length} of ${all.length} operations`;
    }),
    ...services.flatMap(section),
  ].join('\n')}\n`;
}

function operationsOf({ shapes, behaviours }: Service) {
  const all = [...shapes.keys()].sort();
  const has = (name: string) => Object.hasOwn(behaviours, name);
  return { all, implemented: all.filter(has), missing: all.filter((name) => !has(name)) };
}

function section(service: Service): string[] {
  const { implemented, missing } = operationsOf(service);
  return [
    '',
    `## ${titles[service.name]}`,
    '',
    '### Implemented',
    '',
    ...implemented.map((name) => `- ${name}`),
    '',
    '### Not implemented',
    '',
    ...(missing.length > 0 ? missing.map((name) => `- ${name}`) : ['Nothing is missing.']),
  ];
}
