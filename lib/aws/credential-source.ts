import 'server-only';

/** What the SDK notes of where it found credentials, https://docs.aws.amazon.com/sdkref/latest/guide/access.html */
const sources: [feature: string, words: string][] = [
  ['CREDENTIALS_CODE', 'built in, for the sandbox'],
  ['CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN', 'a web identity token (AWS_WEB_IDENTITY_TOKEN_FILE)'],
  ['CREDENTIALS_PROFILE_STS_WEB_ID_TOKEN', 'a web identity token of a shared profile'],
  ['CREDENTIALS_ENV_VARS', 'the environment (AWS_ACCESS_KEY_ID)'],
  ['CREDENTIALS_PROFILE_SSO', 'a shared profile with IAM Identity Center'],
  ['CREDENTIALS_PROFILE_SSO_LEGACY', 'a shared profile with IAM Identity Center'],
  ['CREDENTIALS_SSO', 'IAM Identity Center'],
  ['CREDENTIALS_PROFILE_PROCESS', 'a process that a shared profile names'],
  ['CREDENTIALS_PROCESS', 'a credential process'],
  ['CREDENTIALS_PROFILE_LOGIN', 'a shared profile with a console login'],
  ['CREDENTIALS_LOGIN', 'a console login'],
  ['CREDENTIALS_PROFILE_SOURCE_PROFILE', 'a role of a shared profile'],
  ['CREDENTIALS_PROFILE_NAMED_PROVIDER', 'a role of a shared profile'],
  ['CREDENTIALS_PROFILE', 'a shared profile'],
  ['CREDENTIALS_HTTP', 'the container'],
  ['CREDENTIALS_IMDS', "the machine's instance role"],
];

/** Where credentials come from, in words and without anything of the credentials. */
export function describeSource(credentials: object): string {
  const noted = '$source' in credentials ? (credentials.$source as Record<string, unknown>) : {};
  return sources.find(([feature]) => feature in noted)?.[1] ?? 'a source that the AWS SDK does not name';
}
