import type { CertificateOptions } from '@aws-sdk/client-acm';
import { validationFailure, violation } from '../../protocol/failure';

/** In lower camel, as the framework prints them. */
const values = {
  certificateTransparencyLoggingPreference: ['ENABLED', 'DISABLED'],
  export: ['ENABLED', 'DISABLED'],
  validationMethod: ['EMAIL', 'DNS', 'HTTP'],
};

/** Refuses options with values that the framework doesn't know. */
export function refuseUnknownOptions(options: CertificateOptions = {}): void {
  const given = {
    certificateTransparencyLoggingPreference: options.CertificateTransparencyLoggingPreference,
    export: options.Export,
    validationMethod: options.ValidationMethod,
  };
  const violations = Object.entries(given).flatMap(([name, value]) => {
    const known = values[name as keyof typeof given];
    if (value === undefined || known.includes(value)) return [];
    return [violation(value, `options.${name}`, `Member must satisfy enum value set: [${known.join(', ')}]`)];
  });
  if (violations.length > 0) throw validationFailure(violations);
}
