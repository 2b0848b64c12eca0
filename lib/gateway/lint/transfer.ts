import { finding, ofIntegration, perIntegration, type Rule } from './rule';

export const transfer: Rule = perIntegration(({ type, responseTransferMode }, route) => {
  if (responseTransferMode !== 'STREAM' || type === 'HTTP_PROXY' || type === 'AWS_PROXY') return [];
  const sentence = 'only proxy integrations can stream their answers.';
  return [
    finding(
      'invalid-transfer-mode',
      'error',
      ofIntegration(route),
      sentence,
      'Switch streaming off, or make it a proxy.',
    ),
  ];
});
