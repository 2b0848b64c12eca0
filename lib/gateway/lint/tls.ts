import { finding, ofIntegration, perIntegration, type Rule } from './rule';

export const tls: Rule = perIntegration(({ tlsInsecure }, route) => {
  if (!tlsInsecure) return [];
  const sentence = 'any certificate is accepted, so anybody on the way can be the back end.';
  return [
    finding('tls-insecure', 'warning', ofIntegration(route), sentence, 'Give the back end a public certificate.'),
  ];
});
