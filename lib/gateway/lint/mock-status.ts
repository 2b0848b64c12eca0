import { finding, ofIntegration, perIntegration, type Rule } from './rule';

/** A mock answers with the status that its request template yields. */
export const mockStatus: Rule = perIntegration(({ type, requestTemplates }, route) => {
  if (type !== 'MOCK') return [];
  if (Object.values(requestTemplates).some((template) => /["']?statusCode["']?\s*:/.test(template))) return [];
  const fix = 'Add a request template for application/json: {"statusCode": 200}.';
  return [
    finding(
      'mock-status',
      'error',
      ofIntegration(route),
      'no request template of the mock says a status: every request ends in 500.',
      fix,
    ),
  ];
});
