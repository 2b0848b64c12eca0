import type { Check } from '@/lib/doctor/finding';
import type { CheckName } from '@/lib/doctor/model';
import { checkCaa } from './caa';
import { checkCertificateNames } from './certificate-names';
import { checkConflictingRecords } from './conflicting-records';
import { checkDelegation } from './delegation';
import { checkDnssec } from './dnssec';
import { checkHandshakeBefore } from './handshake-before';
import { checkHandshakePublic } from './handshake-public';
import { checkHostname } from './hostname';
import { checkMapping } from './mapping';
import { checkProxied } from './proxied';
import { checkRoutingRecord } from './routing-record';
import { checkValidationRecord } from './validation-record';
import { checkWildcard } from './wildcard';

/** Every check of the doctor. */
export const checks: Record<CheckName, Check> = {
  hostname: checkHostname,
  delegation: checkDelegation,
  dnssec: checkDnssec,
  'validation-record': checkValidationRecord,
  'routing-record': checkRoutingRecord,
  'conflicting-records': checkConflictingRecords,
  wildcard: checkWildcard,
  proxied: checkProxied,
  caa: checkCaa,
  'certificate-names': checkCertificateNames,
  'handshake-before': checkHandshakeBefore,
  'handshake-public': checkHandshakePublic,
  mapping: checkMapping,
};
