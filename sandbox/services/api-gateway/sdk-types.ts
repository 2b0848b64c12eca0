import type { SdkType } from '@aws-sdk/client-api-gateway';

const required = (name: string, friendlyName: string, description: string) => ({
  name,
  friendlyName,
  description,
  required: true,
});

const classPrefix = required('classPrefix', 'Prefix', 'The prefix of the names of all generated classes');

/** The languages of SDKs, with what GetSdk must be told for each. */
export const sdkTypes: (SdkType & { id: string })[] = [
  {
    id: 'android',
    friendlyName: 'Android',
    configurationProperties: [
      required('groupId', 'Group ID', 'The Maven group id'),
      required('invokerPackage', 'Invoker package', 'The package of the client'),
      required('artifactId', 'Artifact ID', 'The Maven artifact id'),
      required('artifactVersion', 'Artifact version', 'The Maven artifact version'),
    ],
  },
  {
    id: 'java',
    friendlyName: 'Java SDK',
    configurationProperties: [
      required('serviceName', 'Service Name', 'The name of the service, of which classes are named'),
      required('javaPackageName', 'Java Package Name', 'The package of the generated classes'),
    ],
  },
  { id: 'javascript', friendlyName: 'JavaScript' },
  { id: 'objectivec', friendlyName: 'iOS (Objective-C)', configurationProperties: [classPrefix] },
  {
    id: 'ruby',
    friendlyName: 'Ruby',
    configurationProperties: [required('serviceName', 'Service Name', 'The name of the service')],
  },
  { id: 'swift', friendlyName: 'iOS (Swift)', configurationProperties: [classPrefix] },
];
