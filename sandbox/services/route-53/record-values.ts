import { isIPv4, isIPv6 } from 'node:net';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { BadName, normaliseName } from './record-name';

const maxTextString = 255;

/** What is wrong with the values of a record set, in Route 53's words; nothing when all is well. */
export function valueProblems({ Type, ResourceRecords = [] }: ResourceRecordSet, maxValues: number): string[] {
  if (ResourceRecords.length > maxValues) return [`Cannot have more than ${maxValues} records in a RRSet.`];
  const problems = ResourceRecords.flatMap(({ Value = '' }) => {
    const problem = valueProblem(Type ?? '', Value);
    return problem ? [`Invalid Resource Record: '${problem}'`] : [];
  });
  if (Type === 'CNAME' && ResourceRecords.length > 1)
    problems.push(
      'Invalid Resource Record: FATAL problem: CNAMERRsetNotSingle (CNAME record set has more than one record)',
    );
  const values = ResourceRecords.map(({ Value }) => Value);
  const repeated = values.filter((value, index) => values.indexOf(value) !== index);
  return [...problems, ...repeated.map((value) => `Duplicate Resource Record: '${value}'`)];
}

function valueProblem(type: string, value: string): string | undefined {
  switch (type) {
    case 'A':
      return isIPv4(value) ? undefined : fatal('ARRDATAIllegalIPv4Address', 'Value is not a valid IPv4 address', value);
    case 'AAAA':
      return isIPv6(value)
        ? undefined
        : fatal('AAAARRDATAIllegalIPv6Address', 'Value is not a valid IPv6 address', value);
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return value.includes(' ') ? fatal('ARRDATANotSingleField', 'Value contains spaces', value) : nameProblem(value);
    case 'MX': {
      const [, host] = /^\d{1,5} (\S+)$/.exec(value) ?? [];
      return host === undefined
        ? fatal('MXRRDATANotTwoFields', 'Value should have a preference and a host', value)
        : nameProblem(host);
    }
    case 'TXT':
    case 'SPF':
      return textProblem(value);
    case 'CAA':
      return /^\d{1,3} [A-Za-z0-9]+ "[^"]*"$/.test(value)
        ? undefined
        : fatal('InvalidCAARecord', 'Value should have flags, tag and a quoted value', value);
    default:
      return value === '' ? fatal('InvalidCharacterString', 'Value is empty', value) : undefined;
  }
}

function nameProblem(value: string): string | undefined {
  try {
    normaliseName(value);
    return undefined;
  } catch (error) {
    if (error instanceof BadName) return error.message;
    throw error;
  }
}

/** One or several quoted strings, each of at most 255 characters. */
function textProblem(value: string): string | undefined {
  if (!/^"(\\.|[^"\\])*"( "(\\.|[^"\\])*")*$/.test(value))
    return fatal('InvalidCharacterString', 'Value should be enclosed in quotation marks', value);
  const strings = value.match(/"(\\.|[^"\\])*"/g) ?? [];
  const long = strings.some((text) => text.slice(1, -1).replace(/\\([0-7]{3}|.)/g, '?').length > maxTextString);
  return long ? fatal('CharacterStringTooLong', `Value is too long`, value) : undefined;
}

function fatal(token: string, sentence: string, value: string): string {
  return `FATAL problem: ${token} (${sentence}) encountered with '${value}'`;
}
