/** Onboarding many at once, from a file. Pure types: components import them. */

/** One line of the file, as it was written. */
export interface BatchInput {
  name: string;
  slug: string;
  contactEmail: string;
  hostname: string;
  /** `dedicated`, `wildcard`, or the ARN of a certificate. */
  certificate: string;
  basePath: string;
  stage: string;
}
